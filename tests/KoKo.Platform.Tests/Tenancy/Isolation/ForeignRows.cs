using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Tests.World;
using MimeKit;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>What is stored about a tenant at one moment, and by what it can be asked for.</summary>
internal sealed class ForeignRows
{
    private ForeignRows(IsolatedTenant tenant, IReadOnlyList<StoredRow> rows, IEnumerable<string> mails)
    {
        Rows = rows;
        Lines = [.. rows.Select(row => row.Text), .. mails];
        Identifiers = [.. rows.SelectMany(row => IdentifiersIn(row, tenant.Canary)).Concat(tenant.Secrets).DistinctBy(identifier => identifier.Value)];
    }

    public IReadOnlyList<StoredRow> Rows { get; }

    /// <summary>One per row and one per mail.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Every id, date and speaking key in the rows, and what only links and headers carry.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; }

    public static async Task<ForeignRows> ReadAsync(PlatformWorld world, IsolatedTenant tenant) =>
        new(tenant, await new TenantRows(world, tenant.Owners).ReadAsync(), MailsTo(world, tenant));

    /// <summary>Items with a released row, or what is left of one, for one of these audiences: A sees them rightly.</summary>
    public IReadOnlySet<Guid> ShownTo(IReadOnlyList<string> audiences) => ItemsFor(audiences, Rows);

    /// <summary>Those of which only the tombstone is left.</summary>
    public IReadOnlySet<Guid> WithdrawnFrom(IReadOnlyList<string> audiences) => ItemsFor(audiences, Rows.Where(row => row.Entity == nameof(Tombstone)));

    /// <summary>The kind under which an item is in the network plane.</summary>
    public ILookup<Guid, string> Kinds => Rows.Where(row => row.Entity == nameof(ReleasedChange)).ToLookup(row => (Guid)row.Values["ItemId"]!, row => (string)row.Values["Kind"]!);

    private static IEnumerable<string> MailsTo(PlatformWorld world, IsolatedTenant tenant) => Directory.EnumerateFiles(world.MailFolder, "*.eml")
        .Where(file => IsTo(MimeMessage.Load(file), tenant))
        .Select(file => $"mail {Path.GetFileName(file)}");

    // whoever knows an address may invite it; that is no mail of the tenant
    private static bool IsTo(MimeMessage mail, IsolatedTenant tenant) =>
        mail.To.Mailboxes.Any(to => to.Address.StartsWith(tenant.Canary, StringComparison.OrdinalIgnoreCase))
        && (mail.Subject?.Contains("Einladung von", StringComparison.Ordinal) != true || mail.Subject.Contains(tenant.Name, StringComparison.Ordinal));

    private static HashSet<Guid> ItemsFor(IReadOnlyList<string> audiences, IEnumerable<StoredRow> rows) =>
        [.. rows.Where(row => row.Values.TryGetValue("Audience", out var audience) && audiences.Contains(audience)).Select(row => (Guid)row.Values["ItemId"]!)];

    private static IEnumerable<Identifier> IdentifiersIn(StoredRow row, string canary)
    {
        foreach (var (name, value) in row.Values)
        {
            var kind = $"{row.Entity}.{name}";
            if ((value, name) switch
            {
                (Guid id, _) when id != Guid.Empty => new Identifier(Shape.Id, kind, id.ToString()),
                (DateOnly date, _) => new Identifier(Shape.Date, kind, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                (DateTime start, "Start") => new Identifier(Shape.Instant, kind, start.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)),
                (int number, "Number") => new Identifier(Shape.Number, kind, number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                (string word, _) when IsKey(word, canary) => new Identifier(Shape.Word, kind, word),
                _ => null,
            } is { } identifier)
            {
                yield return identifier;
            }
        }
    }

    private static bool IsKey(string text, string canary) =>
        text.Contains(canary, StringComparison.OrdinalIgnoreCase) && text.Length <= 160 && !text.Any(char.IsWhiteSpace);
}
