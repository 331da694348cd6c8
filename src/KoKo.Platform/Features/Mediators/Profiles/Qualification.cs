namespace KoKo.Platform.Features.Mediators.Profiles;

/// <summary>What a mediator says she was trained in; nobody has checked it.</summary>
internal sealed record Qualification(string Kind, string Issuer, DateOnly IssuedOn, DateOnly? ValidUntil)
{
    public const string SelfDeclared = "self_declared";
    public const string WithoutCertificate = "training_uncertified";

    private static readonly string[] Certified = ["certified_since_2024", "certified_before_2024"];

    /// <summary>The title by ZMediatAusbV lapses four years after the certificate unless training is proven (§ 3).</summary>
    public DateOnly? EndsOn => ValidUntil ?? (Certified.Contains(Kind) ? CertificationPeriod.EndOf(IssuedOn) : null);

    public bool IsLapsed(DateOnly today) => EndsOn < today;

    /// <summary>As others may see it: who may no longer carry the title is shown without it, but stays.</summary>
    public Qualification SeenOn(DateOnly today) =>
        IsLapsed(today) ? this with { Kind = WithoutCertificate, ValidUntil = EndsOn } : this with { ValidUntil = EndsOn };

    public bool IsCertificateOn(DateOnly today) => Certified.Contains(Kind) && !IsLapsed(today);
}

internal static class CertificationPeriod
{
    /// <summary>
    /// The last day of the period that began with the certificate: §§ 187 (1), 188 (2) BGB, so the same calendar day four
    /// years later, to its end in Germany.
    /// </summary>
    public static DateOnly EndOf(DateOnly start) => start.AddYears(4);
}
