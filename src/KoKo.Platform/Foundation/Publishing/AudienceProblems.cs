using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Foundation.Publishing;

internal static class AudienceProblems
{
    public static readonly Problem UnknownAudience = new("unknown-audience", 422, "Diesen Leserkreis gibt es nicht; erwartet wird public, network, land:05, district:05374 oder tenant:<id> mit der Id eines Mitglieds aus dem Verzeichnis.", "This audience does not exist; public, network, land:05, district:05374 or tenant:<id> is expected, with the id of a tenant of the directory.");
}
