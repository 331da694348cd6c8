namespace KoKo.Platform.Features.Mediators.Listings;

/// <summary>What is published of a mediator, and the consent it stands on.</summary>
/// <param name="Audiences">Who sees the listing.</param>
/// <param name="Fields">Which members the consent covers for the widest of them.</param>
/// <param name="ConsentVersion">The version of the text that was agreed to.</param>
/// <param name="ConsentHash">SHA-256 of that text, in hexadecimal digits.</param>
/// <param name="GivenAt">When the consent was given.</param>
public sealed record ListingConsentResponse(
    IReadOnlyList<string> Audiences,
    IReadOnlyList<string> Fields,
    string ConsentVersion,
    string ConsentHash,
    DateTime GivenAt)
{
    internal static ListingConsentResponse Of(ListingConsent consent) =>
        new(consent.Audiences, consent.Fields, consent.TextVersion, consent.TextHash, consent.GivenAt);
}

/// <summary>The text that publishing asks consent for.</summary>
/// <param name="Version">Send it as <c>consentVersion</c>.</param>
/// <param name="Hash">SHA-256 of the text, in hexadecimal digits.</param>
/// <param name="Text">The text itself, in German.</param>
/// <param name="PublicFields">The members that everybody sees.</param>
/// <param name="NetworkFields">The members that all other audiences see.</param>
public sealed record ConsentTextResponse(string Version, string Hash, string Text, IReadOnlyList<string> PublicFields, IReadOnlyList<string> NetworkFields)
{
    internal static ConsentTextResponse Current { get; } =
        new(ConsentText.Version, ConsentText.Hash, ConsentText.Text, ConsentText.PublicFields, ConsentText.NetworkFields);
}
