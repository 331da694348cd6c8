using FastEndpoints;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Network;

internal sealed class ListVocabularies : EndpointWithoutRequest<IReadOnlyList<VocabularyResponse>>
{
    public override void Configure()
    {
        Get("/vocabularies");
        Summary(summary =>
        {
            summary.Summary = "List the controlled vocabularies";
            summary.Description = "Every vocabulary with its terms. Codes are stable; labels may change.";
        });
    }

    public override Task HandleAsync(CancellationToken cancellationToken) =>
        Send.OkAsync([.. Vocabulary.All.Values.Select(VocabularyResponse.Of)], cancellationToken);
}

/// <summary>A controlled vocabulary.</summary>
/// <param name="Name">Its stable name, such as <c>topic</c>.</param>
/// <param name="German">Its German name.</param>
/// <param name="English">Its English name.</param>
/// <param name="Terms">Its terms in the order in which forms show them.</param>
public sealed record VocabularyResponse(string Name, string German, string English, IReadOnlyList<Term> Terms)
{
    internal static VocabularyResponse Of(Vocabulary vocabulary) =>
        new(vocabulary.Name, vocabulary.German, vocabulary.English, vocabulary.Terms);
}
