using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Features.Members;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>One of the two tenants, with everything a tenant can have.</summary>
/// <param name="Canary">Stands in each of its texts that is for itself alone.</param>
/// <param name="Shared">Stands in the texts that it shows to the network.</param>
internal sealed record IsolatedTenant(string Canary, string Shared, string Name, string Land, TenantInfo Info)
{
    public const string Password = MemberWorld.Password;

    public Guid Id => Info.Id;

    public string Slug => Info.Identifier;

    public string Audience => Platform.Foundation.Publishing.Audience.Tenant(Id);

    public string ClientId => MailName("anwendung");

    /// <summary>Member with every role, and a mediator.</summary>
    public string PersonMail => Mail("person");

    public Guid PersonId { get; set; }

    public ApiClient Person { get; set; } = null!;

    public ApiClient App { get; set; } = null!;

    /// <summary>What only a link or a header carries, and no row as it is.</summary>
    public List<Identifier> Secrets { get; } = [];

    public IReadOnlyList<Owner> Owners => [new(OwnerKind.Tenant, Id), new(OwnerKind.Person, PersonId)];

    public string Says(string text) => $"{Canary} {text}";

    public string Mail(string name) => $"{MailName(name)}@kommune.example";

    private string MailName(string name) => $"{Canary.ToLowerInvariant()}-{name}";

    public IReadOnlyList<Caller> Callers =>
    [
        new("person", Person.Token, Audiences.Of(Info).Names),
        new("app", App.Token, Audiences.Of(Info).Names),
        new("anonymous", null, Audiences.PublicOnly.Names),
    ];
}

/// <summary>Who tries to see what is another tenant's.</summary>
internal sealed record Caller(string Name, string? Token, IReadOnlyList<string> Audiences)
{
    public override string ToString() => Name;
}
