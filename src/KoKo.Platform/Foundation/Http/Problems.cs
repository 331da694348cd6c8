namespace KoKo.Platform.Foundation.Http;

/// <summary>The refusals every area shares.</summary>
internal static class Problems
{
    public static readonly Problem MalformedRequest = new("malformed-request", 400, "Die Anfrage ist nicht lesbar.", "The request cannot be read.");
    public static readonly Problem UnknownParameter = new("unknown-parameter", 400, "Die Anfrage enthält einen unbekannten oder unlesbaren Parameter.", "The request has an unknown or unreadable parameter.");
    public static readonly Problem InvalidCursor = new("invalid-cursor", 400, "Der Seitenzeiger ist ungültig.", "The cursor is invalid.");
    public static readonly Problem Unauthenticated = new("unauthenticated", 401, "Sie sind nicht angemeldet, oder das Token gilt nicht.", "There is no token, or it is not valid.");
    public static readonly Problem Forbidden = new("forbidden", 403, "Dazu fehlt Ihnen die Rolle oder der Scope.", "Your role or scope does not allow this.");
    public static readonly Problem NotFound = new("not-found", 404, "Nicht gefunden.", "Not found.");
    public static readonly Problem MethodNotAllowed = new("method-not-allowed", 405, "Diese Methode gibt es hier nicht.", "This method does not exist here.");
    public static readonly Problem Conflict = new("conflict", 409, "Der Zustand lässt das nicht zu.", "The state does not allow this.");
    public static readonly Problem TenantChanged = new("tenant-changed", 409, "Dieses Formular gehört zu einer anderen Organisation, als jetzt gewählt ist. Bitte laden Sie die Seite neu.", "This form belongs to another tenant than the one chosen now. Please reload the page.");
    public static readonly Problem Withdrawn = new("withdrawn", 410, "Das wurde zurückgezogen.", "This was withdrawn.");
    public static readonly Problem EditedMeanwhile = new("edited-meanwhile", 412, "Inzwischen hat jemand anderes das geändert.", "Somebody else changed this meanwhile.");
    public static readonly Problem TooLarge = new("too-large", 413, "Die Anfrage ist zu groß.", "The request is too large.");
    public static readonly Problem UnsupportedMediaType = new("unsupported-media-type", 415, "Erwartet wird application/json.", "application/json is expected.");
    public static readonly Problem InvalidInput = new("invalid-input", 422, "Die Eingabe verletzt Regeln.", "The input breaks rules.");
    public static readonly Problem UnknownCode = new("unknown-code", 422, "Diesen Code gibt es im Vokabular nicht.", "The vocabulary has no such code.");
    public static readonly Problem IdempotencyKeyReused = new("idempotency-key-reused", 422, "Dieser Idempotency-Key gehört zu einer anderen Anfrage.", "This Idempotency-Key belongs to another request.");
    public static readonly Problem IfMatchMissing = new("if-match-missing", 428, "Die Kopfzeile If-Match fehlt.", "The If-Match header is missing.");
    public static readonly Problem TooManyRequests = new("too-many-requests", 429, "Zu viele Anfragen.", "Too many requests.");
    public static readonly Problem InternalError = new("internal-error", 500, "Ein Fehler auf unserer Seite.", "An error on our side.");
    public static readonly Problem Unavailable = new("unavailable", 503, "Ein Teil der Plattform antwortet gerade nicht.", "A part of the platform is not answering.");

    /// <summary>What a bare status code means, for answers that a framework wrote without a body.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        400 => MalformedRequest,
        401 => Unauthenticated,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        409 => Conflict,
        410 => Withdrawn,
        412 => EditedMeanwhile,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        422 => InvalidInput,
        429 => TooManyRequests,
        503 => Unavailable,
        _ => InternalError,
    };
}
