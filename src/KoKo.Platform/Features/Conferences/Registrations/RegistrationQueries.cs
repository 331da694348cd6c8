using KoKo.Platform.Foundation.Data;

namespace KoKo.Platform.Features.Conferences.Registrations;

internal static class RegistrationQueries
{
    /// <summary>
    /// Those the caller made: the filter alone would also show an organiser the registrations of others, and a person
    /// those that an app of her tenant made.
    /// </summary>
    public static IQueryable<Registration> OwnRegistrations(this PlatformDb db)
    {
        var party = RegistrationParty.Of(db.Context)?.Id ?? Guid.Empty;
        return db.Registrations.Where(registration => registration.PartyId == party);
    }
}
