using System.Security.Cryptography;
using System.Text;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Primitives;

namespace KoKo.Platform.Foundation.Http;

/// <summary>The answer to a POST that carried an Idempotency-Key, kept 24 hours for its retry.</summary>
internal sealed class IdempotencyRecord(Guid ownerId, Guid partyId, string clientKey, string requestHash, int status, string? location, string? eTag, byte[] body, DateTime createdAt)
    : ITwoParty
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>The tenant, or the account of a person without one.</summary>
    public Guid OwnerId { get; private set; } = ownerId;

    public Guid PartyId { get; private set; } = partyId;

    /// <summary>Hash of client and key: two clients of a tenant never meet.</summary>
    public string ClientKey { get; private set; } = clientKey;

    public string RequestHash { get; private set; } = requestHash;

    public int Status { get; private set; } = status;

    public string? Location { get; private set; } = location;

    public string? ETag { get; private set; } = eTag;

    public byte[] Body { get; private set; } = body;

    public DateTime CreatedAt { get; private set; } = createdAt;
}

internal sealed class IdempotencyMapping : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency_records").HasKey(record => new { record.OwnerId, record.ClientKey });
        builder.Property(record => record.ClientKey).HasMaxLength(64);
        builder.Property(record => record.RequestHash).HasMaxLength(64);
        builder.Property(record => record.Location).HasMaxLength(300);
        builder.Property(record => record.ETag).HasMaxLength(100);
        builder.HasIndex(record => record.CreatedAt);
    }
}

/// <summary>
/// A POST with an Idempotency-Key runs in one transaction with the record of its answer: a retry gets the first answer,
/// also after a kill, one that comes while the first still runs waits for it, and a request that failed leaves nothing and
/// may be sent again.
/// </summary>
internal sealed class Idempotency(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, PlatformDb db, TenantContextAccessor accessor, TimeProvider clock)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        var context = accessor.IsSet ? accessor.Context : TenantContext.Anonymous;
        if (key.Length == 0 || !HttpMethods.IsPost(http.Request.Method) || !http.Request.Path.StartsWithSegments("/v1") || !context.IsSignedIn)
        {
            await next(http);
            return;
        }

        if (key.Length > 255)
        {
            throw new ProblemException(Problems.InvalidInput, [ProblemError.At("Idempotency-Key", "too-long", RuleWords.In("Erwartet werden 1 bis 255 Zeichen.", "1 to 255 characters are expected."))]);
        }

        var run = new KeyedRun(context, $"{context.ClientId}\n{context.AccountId}\n{key}", await HashAsync(http));
        var beginning = new Beginning(http);
        await db.TryAgainAsync(
            async () =>
            {
                beginning.Restore(http);
                return await db.BeginAsync(transaction => RunAsync(http, db, transaction, run, clock.GetUtcNow().UtcDateTime), http.RequestAborted);
            },
            http.RequestAborted);
    }

    /// <returns>Whether the work was done now, and not before.</returns>
    private async Task<bool> RunAsync(HttpContext http, PlatformDb db, IDbContextTransaction transaction, KeyedRun run, DateTime now)
    {
        await db.LockAsync($"idempotency {run.Owner} {run.ClientKey}", http.RequestAborted);
        var record = await db.Set<IdempotencyRecord>().SingleOrDefaultAsync(record => record.OwnerId == run.Owner && record.ClientKey == run.ClientKey, http.RequestAborted);
        if (record is not null && record.CreatedAt > now - IdempotencyRecord.Kept)
        {
            await transaction.RollbackAsync(http.RequestAborted);
            await ReplayAsync(http, record, run.RequestHash);
            return false;
        }

        if (record is not null)
        {
            db.Remove(record);
            await db.SaveChangesAsync(http.RequestAborted);
        }

        var body = await CaptureAsync(http);
        if (http.Response.StatusCode is >= 200 and < 300)
        {
            db.Add(run.Record(http.Response, body, now));
            await db.SaveChangesAsync(http.RequestAborted);
            await transaction.CommitAsync(http.RequestAborted);
        }

        await http.Response.Body.WriteAsync(body, http.RequestAborted);
        return true;
    }

    private async Task<byte[]> CaptureAsync(HttpContext http)
    {
        var original = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
            return buffer.ToArray();
        }
        finally
        {
            http.Response.Body = original;
        }
    }

    private static Task ReplayAsync(HttpContext http, IdempotencyRecord record, string request)
    {
        if (record.RequestHash != request)
        {
            throw new ProblemException(Problems.IdempotencyKeyReused);
        }

        http.Response.StatusCode = record.Status;
        http.Response.Headers["Idempotency-Replayed"] = "true";
        http.Response.Headers.Location = record.Location;
        http.Response.Headers.ETag = record.ETag;
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(record.Body, http.RequestAborted).AsTask();
    }

    private static async Task<string> HashAsync(HttpContext http)
    {
        http.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Path}{http.Request.QueryString}\n"));
        var buffer = new byte[8192];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Whose request it is, under which key, and what it says.</summary>
    private sealed class KeyedRun(TenantContext context, string clientAndKey, string requestHash)
    {
        public Guid Owner { get; } = context.Tenant?.Id ?? context.AccountId!.Value;

        public string ClientKey { get; } = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(clientAndKey)));

        public string RequestHash => requestHash;

        public IdempotencyRecord Record(HttpResponse response, byte[] body, DateTime now) =>
            new(Owner, context.AccountId ?? Owner, ClientKey, requestHash, response.StatusCode, response.Headers.Location, response.Headers.ETag, body, now);
    }

    /// <summary>The request as it came in: what collided with another transaction is run again from here.</summary>
    private sealed class Beginning(HttpContext http)
    {
        private readonly KeyValuePair<string, StringValues>[] headers = [.. http.Response.Headers];
        private readonly KeyValuePair<object, object?>[] items = [.. http.Items];

        public void Restore(HttpContext http)
        {
            http.Request.Body.Position = 0;
            http.Response.Clear();
            http.Items.Clear();
            foreach (var (name, value) in headers)
            {
                http.Response.Headers[name] = value;
            }

            foreach (var (name, value) in items)
            {
                http.Items[name] = value;
            }
        }
    }
}
