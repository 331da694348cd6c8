using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>What the proof stands on: there is something of every kind to see, and some of it is shown on purpose.</summary>
[Collection(IsolationProof.Name)]
public sealed class IsolationWorldTests(IsolationWorld isolation)
{
    [Fact]
    public void B_has_a_row_of_every_kind()
    {
        using var scope = isolation.Platform.Services.GetRequiredService<TenantScopes>().Open(TenantContext.Anonymous);
        var kinds = TenantRows.Entities(scope.ServiceProvider.GetRequiredService<PlatformDb>()).Where(TenantRows.IsOwned).Select(type => type.ClrType.Name);

        Assert.Empty(kinds.Except(isolation.Foreign.Rows.Select(row => row.Entity)));
    }

    [Fact]
    public void B_released_to_itself_to_its_Land_and_to_the_network()
    {
        var audiences = isolation.Foreign.Rows.Where(row => row.Entity is "ReleasedPractice" or "ReleasedConference").GroupBy(row => row.Entity).ToList();

        Assert.Equal(2, audiences.Count);
        Assert.All(audiences, released => Assert.Superset(
            new HashSet<object?> { isolation.B.Audience, Audience.Land(isolation.B.Land), Audience.Network },
            released.Select(row => row.Values["Audience"]).ToHashSet()));
    }

    [Fact]
    public async Task What_B_released_to_an_audience_of_A_is_there_without_anything_else_of_B()
    {
        var person = isolation.A.Callers[0];
        var shown = isolation.Foreign.ShownTo(person.Audiences);
        var reads = isolation.Platform.PlanePaths().Select(path => isolation.Document.Operations.Single(operation => operation.Verb == "GET" && operation.Path == $"{path}/{{id}}")).ToList();

        Assert.NotEmpty(shown);
        foreach (var item in shown)
        {
            var answers = new List<Answer>();
            foreach (var read in reads)
            {
                answers.Add(await isolation.SendAsync(new ProbeCall(read, new Dictionary<string, string> { ["id"] = item.ToString() }), person.Token));
            }

            Assert.Contains(answers, answer => answer.Status is 200 or 410);
            Assert.DoesNotContain(answers, answer => answer.Contains(isolation.B.Canary));
        }
    }

    [Fact]
    public void What_B_released_to_others_is_not_on_the_list_of_what_A_may_see()
    {
        var others = isolation.Foreign.Rows.Where(row => row.Values.GetValueOrDefault("Audience") is string audience && (audience == isolation.B.Audience || audience == Audience.Land(isolation.B.Land)));

        Assert.NotEmpty(others);
        Assert.DoesNotContain(others, row => isolation.Foreign.ShownTo(isolation.A.Callers[0].Audiences).Contains((Guid)row.Values["ItemId"]!));
    }
}
