using System.Net;
using System.Security.Cryptography;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Limits;

/// <summary>Two processes on one database.</summary>
public sealed class SharedQuotaTests
{
    [Fact]
    public async Task The_quota_of_a_tenant_is_one_over_all_processes()
    {
        using var database = new TestDatabase();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        (string, string)[] settings = [.. database.Settings.Select(setting => (setting.Key, setting.Value!)), ("Keys:Wrapping", key), ("Limits:RequestsPerMinute", "5")];
        await using var first = new LimitedPlatform(settings);
        using var here = await first.SignedInAsync("unna");
        await using var second = new LimitedPlatform(settings);
        using var there = await second.SignedInAsync("unna");

        Assert.Equal(["5 4 30", "5 3 30", "5 2 30"], [(await here.CallAsync()).Quota(), (await here.CallAsync()).Quota(), (await there.CallAsync()).Quota()]);
        Assert.Equal(["5 1 30", "5 0 30"], [(await there.CallAsync()).Quota(), (await here.CallAsync()).Quota()]);

        (await there.CallAsync()).Refused(HttpStatusCode.TooManyRequests, "too-many-requests");
        (await here.CallAsync()).Refused(HttpStatusCode.TooManyRequests, "too-many-requests");
        using var other = await second.SignedInAsync("soest");
        Assert.Equal(HttpStatusCode.OK, (await other.CallAsync()).Status);
    }
}
