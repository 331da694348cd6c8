using FastEndpoints;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Network;

internal sealed class GetVocabulary : Endpoint<GetVocabularyRequest, VocabularyResponse>
{
    public override void Configure()
    {
        Get("/vocabularies/{name}");
        Summary(summary =>
        {
            summary.Summary = "Get one vocabulary";
            summary.Params["name"] = "The name of the vocabulary, such as topic.";
        });
    }

    public override Task HandleAsync(GetVocabularyRequest request, CancellationToken cancellationToken) =>
        Vocabulary.All.TryGetValue(request.Name, out var vocabulary)
            ? Send.OkAsync(VocabularyResponse.Of(vocabulary), cancellationToken)
            : throw new ProblemException(Problems.NotFound);
}

/// <param name="Name">The name of the vocabulary.</param>
public sealed record GetVocabularyRequest(string Name);
