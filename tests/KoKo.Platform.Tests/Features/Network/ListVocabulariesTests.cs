using System.Net;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Vocabularies;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Network;

public sealed class ListVocabulariesTests(PlatformWorld world)
{
    [Fact]
    public async Task Shows_every_vocabulary_to_everybody()
    {
        var answer = await world.Anonymous.SendAsync<ListVocabularies>();

        Assert.Equal(Vocabulary.All.Keys, answer.As<List<VocabularyResponse>>().Select(vocabulary => vocabulary.Name));
    }

    [Fact]
    public async Task Shows_one_with_labels_in_both_languages()
    {
        var answer = await world.Anonymous.SendAsync<GetVocabulary>(route: new { name = "resultStatus" });

        Assert.Equal(new Term("failed", "gescheitert", "Failed"), answer.As<VocabularyResponse>().Terms.Single(term => term.Code == "failed"));
    }

    [Fact]
    public async Task Refuses_a_name_that_does_not_exist()
    {
        var answer = await world.Anonymous.SendAsync<GetVocabulary>(route: new { name = "nothing" });

        answer.Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Refuses_an_unknown_query_parameter()
    {
        var answer = await world.Anonymous.SendAsync<ListVocabularies>(query: new { nmae = "topic" });

        answer.Refused(HttpStatusCode.BadRequest, "unknown-parameter");
        Assert.Equal(["/nmae"], answer.Pointers);
    }

    [Fact]
    public async Task An_answer_may_be_kept_by_nobody_between()
    {
        var answer = await world.Anonymous.SendAsync<ListVocabularies>();

        Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
    }
}
