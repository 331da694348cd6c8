using FastEndpoints;

namespace KoKo.Platform.Features.Network;

internal sealed class ListVocabularies : EndpointWithoutRequest<string>
{
    public override void Configure() => Get("/vocabularies");

    public override Task HandleAsync(CancellationToken cancellationToken) => Send.OkAsync("x", cancellationToken);
}
