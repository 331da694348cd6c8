using System.Security.Cryptography;
using System.Text;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

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
/// also after a kill, and a request that failed leaves nothing and may be sent again.
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
            throw new ProblemException(Problems.InvalidInput, [new ProblemError("Idempotency-Key", "too-long", "1-255")]);
        }

        var owner = context.Tenant?.Id ?? context.AccountId!.Value;
        var clientKey = Hash($"{context.ClientId}\n{context.AccountId}\n{key}");
        var request = await HashAsync(http);
        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        var now = clock.GetUtcNow().UtcDateTime;
        var record = await db.Set<IdempotencyRecord>().SingleOrDefaultAsync(record => record.OwnerId == owner && record.ClientKey == clientKey, http.RequestAborted);
        if (record is not null && record.CreatedAt > now - IdempotencyRecord.Kept)
        {
            await transaction.RollbackAsync(http.RequestAborted);
            await ReplayAsync(http, record, request);
            return;
        }

        if (record is not null)
        {
            db.Remove(record);
            await db.SaveChangesAsync(http.RequestAborted);
        }

        var body = await CaptureAsync(http);
        if (http.Response.StatusCode is >= 200 and < 300)
        {
            db.Add(new IdempotencyRecord(owner, context.AccountId ?? owner, clientKey, request, http.Response.StatusCode, http.Response.Headers.Location, http.Response.Headers.ETag, body, now));
            await db.SaveChangesAsync(http.RequestAborted);
            await transaction.CommitAsync(http.RequestAborted);
        }

        await http.Response.Body.WriteAsync(body, http.RequestAborted);
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

        http.Request.Body.Position = 0;
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
