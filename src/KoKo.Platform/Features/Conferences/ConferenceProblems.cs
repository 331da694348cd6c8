using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Conferences;

/// <summary>The refusals of this area.</summary>
internal static class ConferenceProblems
{
    // the state does not allow it
    public static readonly Problem NotPublished = new("conference-not-published", 409, "Diese Konferenz ist nicht veröffentlicht.", "This conference is not published.");
    public static readonly Problem CapacityBelowConfirmed = new("capacity-below-confirmed", 409, "Es sind schon mehr Plätze zugesagt, als die Konferenz noch haben soll.", "More seats are confirmed already than the conference is to have.");
    public static readonly Problem RegistrationClosed = new("registration-closed", 409, "Die Anmeldefrist ist vorbei.", "Registration is closed.");
    public static readonly Problem ConferenceFull = new("conference-full", 409, "Alle Plätze sind vergeben, und die Warteliste nimmt niemanden mehr auf.", "All seats are taken, and the waiting list takes nobody any more.");
    public static readonly Problem AlreadyRegistered = new("already-registered", 409, "Für diese Konferenz liegt schon eine Anmeldung vor.", "There is a registration for this conference already.");
    public static readonly Problem ConferenceStarted = new("conference-started", 409, "Die Konferenz hat schon begonnen.", "The conference has begun already.");

    // something is missing to publish
    public static readonly Problem Incomplete = new("conference-incomplete", 422, "Zum Veröffentlichen fehlt etwas.", "Something is missing to publish.");

    // rules of the input; each stands at its member in the list of errors
    public static readonly Problem PlaceMissing = new("place-missing", 422, "Ein Ort oder die Angabe, dass die Konferenz online stattfindet, fehlt.", "A venue, or that the conference is online, is missing.");
    public static readonly Problem UnknownZone = new("unknown-zone", 422, "Diese Zeitzone gibt es nicht; erwartet wird ein IANA-Name wie Europe/Berlin.", "This zone does not exist; an IANA name such as Europe/Berlin is expected.");
    public static readonly Problem NoTime = new("no-time", 422, "Das ist keine Uhrzeit an einem Datum; erwartet wird 2027-06-10T09:30.", "This is no date with a time; 2027-06-10T09:30 is expected.");
    public static readonly Problem LocalTimeSkipped = new("local-time-skipped", 422, "Diese Uhrzeit gibt es an diesem Tag nicht: Die Uhr wird auf Sommerzeit vorgestellt.", "This time does not exist on this day: the clock is put forward.");
    public static readonly Problem LocalTimeAmbiguous = new("local-time-ambiguous", 422, "Diese Uhrzeit gibt es an diesem Tag zweimal, weil die Uhr zurückgestellt wird. Bitte nennen Sie den Versatz, etwa 2027-10-31T02:30+01:00.", "This time happens twice on this day, because the clock is turned back. Please add the offset, such as 2027-10-31T02:30+01:00.");
    public static readonly Problem OffsetMismatch = new("offset-mismatch", 422, "Dieser Versatz gilt in der Zeitzone zu dieser Zeit nicht.", "The zone does not have this offset at this time.");
    public static readonly Problem EndBeforeStart = new("end-before-start", 422, "Das Ende muss nach dem Beginn liegen.", "The end must be after the start.");
    public static readonly Problem ClosesAfterStart = new("closes-after-start", 422, "Die Anmeldefrist muss vor dem Beginn enden.", "Registration must close before the start.");
    public static readonly Problem OutsideConference = new("outside-conference", 422, "Der Programmpunkt liegt außerhalb der Konferenz.", "The session lies outside the conference.");
    public static readonly Problem SessionsOverlap = new("sessions-overlap", 422, "Zur selben Zeit ist in diesem Raum schon ein anderer Programmpunkt.", "Another session is in this room at the same time.");
    public static readonly Problem NotDistinct = new("not-distinct", 422, "Ein Wert steht mehrfach in der Liste.", "A value stands in the list more than once.");
    public static readonly Problem ControlCharacter = new("control-character", 422, "Der Text enthält Steuerzeichen.", "The text contains control characters.");
    public static readonly Problem LinkNotHttps = new("link-not-https", 422, "Erwartet wird eine Adresse, die mit https:// beginnt.", "An address that begins with https:// is expected.");
    public static readonly Problem LinkWithoutOnline = new("link-without-online", 422, "Einen Zugangslink gibt es nur bei einer Konferenz, die auch online stattfindet.", "There is a link only where the conference is online too.");

    /// <summary>A rule that a member of the body breaks.</summary>
    public static ProblemError At(this Problem rule, string pointer) => new(pointer, rule.Code, rule.Title);
}
