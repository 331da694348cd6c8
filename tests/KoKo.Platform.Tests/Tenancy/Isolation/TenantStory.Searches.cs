using System.Net;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Features.Network.SavedSearches;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>Searches that the person saved, with mails and without.</summary>
internal sealed partial class TenantStory
{
    private async Task SaveSearchesAsync()
    {
        foreach (var notify in new[] { true, false })
        {
            var body = new SaveSearchRequest { Name = tenant.Says("Suche"), Search = new SearchCriteria { Q = tenant.Says("Lärm"), Topic = ["neighbourhood"] }, Notify = notify };
            (await tenant.Person.SendAsync<SaveSearch>(body: body)).As<SavedSearchResponse>(HttpStatusCode.Created);
        }
    }
}
