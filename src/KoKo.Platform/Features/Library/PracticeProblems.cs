using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Library;

internal static class PracticeProblems
{
    public static readonly Problem InReview = new("practice-in-review", 409, "Das Praxisbeispiel wird gerade geprüft und kann nicht geändert werden.", "The practice is in review and cannot be changed.");
    public static readonly Problem Archived = new("practice-archived", 409, "Das Praxisbeispiel ist archiviert.", "The practice is archived.");
    public static readonly Problem NotSubmittable = new("practice-not-submittable", 409, "Einreichen lässt sich nur ein Entwurf oder eine Überarbeitung.", "Only a draft or a revised text can be submitted.");
    public static readonly Problem NotSubmitted = new("practice-not-submitted", 409, "Prüfen lässt sich nur, was eingereicht ist.", "Only what was submitted can be reviewed.");
    public static readonly Problem NotReviewed = new("practice-not-reviewed", 409, "Freigeben lässt sich nur, was geprüft ist.", "Only what was reviewed can be released.");
    public static readonly Problem NotReleased = new("practice-not-released", 409, "Veröffentlichen lässt sich nur, was freigegeben ist.", "Only what was released can be published.");
    public static readonly Problem NotPublished = new("practice-not-published", 409, "Das Praxisbeispiel ist nicht veröffentlicht.", "The practice is not published.");
    public static readonly Problem StillPublished = new("practice-still-published", 409, "Das Praxisbeispiel ist noch veröffentlicht. Ziehen Sie es zuerst zurück.", "The practice is still published. Withdraw it first.");
    public static readonly Problem NotArchivable = new("practice-not-archivable", 409, "In diesem Stand lässt sich das Praxisbeispiel nicht archivieren.", "In this state the practice cannot be archived.");
    public static readonly Problem WasSubmitted = new("practice-was-submitted", 409, "Löschen lässt sich nur ein Entwurf, der nie eingereicht wurde. Archivieren Sie das Praxisbeispiel stattdessen.", "Only a draft that was never submitted can be removed. Archive the practice instead.");
    public static readonly Problem OwnSubmission = new("own-submission", 403, "Was Sie selbst eingereicht haben, prüft und gibt eine andere Person frei.", "What you submitted yourself is reviewed and released by somebody else.");
    public static readonly Problem PartsMissing = new("parts-missing", 422, "Es fehlen noch Angaben.", "Parts are missing.");
    public static readonly Problem LicenseForbidsPublic = new("license-forbids-public", 422, "Die Lizenz erlaubt die Veröffentlichung nur im Netzwerk.", "The licence allows publication within the network only.");
    public static readonly Problem AudienceTooNarrow = new("audience-too-narrow", 422, "Ein anonymisiertes Praxisbeispiel geht nur an das Netzwerk, die Öffentlichkeit oder das genannte Land: Ein engerer Leserkreis verriete die Kommune.", "An anonymised practice goes to the network, the public or the stated Land only: a narrower audience would reveal the municipality.");
    public static readonly Problem PlaceNamed = new("place-named", 422, "Der Text nennt die eigene Kommune, obwohl der Ort verborgen bleiben soll.", "The text names the own municipality although the place is to stay hidden.");
    public static readonly Problem NoRegionRegister = new("no-region-register", 409, "Ohne Regionalregister lässt sich nicht zusichern, dass der Ort verborgen bleibt. Veröffentlicht werden können nur verfremdete Beispiele oder solche mit entfernten Personen.", "Without a region register it cannot be promised that the place stays hidden. Only composite practices or those with persons removed can be published.");
}
