using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Mediators;

internal static class MediatorProblems
{
    public static readonly Problem OverlappingWindows = new("overlapping-windows", 422, "Zeitfenster überschneiden sich.", "Windows overlap.");
    public static readonly Problem ProfileIncomplete = new("profile-incomplete", 422, "Zum Veröffentlichen fehlt noch etwas im Profil.", "The profile lacks something that a listing needs.");
    public static readonly Problem ConsentOutdated = new("consent-outdated", 422, "Diese Fassung der Einwilligung gilt nicht mehr.", "This version of the consent text is not the current one.");
    public static readonly Problem SlotTaken = new("slot-taken", 409, "Dieser Termin ist nicht mehr frei.", "This slot is not free any more.");
    public static readonly Problem OverlappingBooking = new("overlapping-booking", 409, "Zu dieser Zeit gibt es schon eine Buchung.", "There is a booking at this time already.");
    public static readonly Problem RequestClosed = new("request-closed", 409, "Über diese Anfrage ist schon entschieden.", "This request has been decided already.");
}
