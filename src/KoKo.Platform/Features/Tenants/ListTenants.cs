using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Tenants;

internal sealed class ListTenants(TenantDirectory directory, Cursors cursors) : Endpoint<ListTenantsRequest, Page<TenantResponse>>
{
    private const int Usual = 50;

    public override void Configure()
    {
        Get("/tenants");
        Summary(summary =>
        {
            summary.Summary = "List the directory of tenants";
            summary.Description = "Public: every active tenant of the network, sorted by name as a German phone book does.";
        });
    }

    public override async Task HandleAsync(ListTenantsRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await ExecuteAsync(directory, cursors, request, cancellationToken), cancellationToken);

    internal static async Task<Page<TenantResponse>> ExecuteAsync(TenantDirectory directory, Cursors cursors, ListTenantsRequest request, CancellationToken cancellationToken)
    {
        (string, string)? after = cursors.Read(nameof(ListTenants), request.Cursor) switch
        {
            null => null,
            [var name, var slug] => (name, slug),
            _ => throw new ProblemException(Problems.InvalidCursor),
        };
        var limit = request.Limit ?? Usual;
        var rows = await directory.ListAsync(request.Kind, request.Land, after, limit + 1, cancellationToken);
        return new Page<TenantResponse>([.. rows.Take(limit)], rows.Count > limit ? cursors.Write(nameof(ListTenants), rows[limit - 1].Name, rows[limit - 1].Slug) : null);
    }
}

/// <param name="Kind">Only tenants of this kind.</param>
/// <param name="Land">Only tenants of this Land: code of the vocabulary <c>landKey</c>, such as 05.</param>
/// <param name="Limit">How many, 1 to 100; 50 if not given.</param>
/// <param name="Cursor">The nextCursor of the page before.</param>
public sealed record ListTenantsRequest(TenantKind? Kind = null, string? Land = null, int? Limit = null, string? Cursor = null);

internal sealed class ListTenantsValidator : Validator<ListTenantsRequest>
{
    public ListTenantsValidator()
    {
        RuleFor(request => request.Kind).IsInEnum();
        RuleFor(request => request.Land).Must(code => code is null || Vocabulary.LandKey.Contains(code)).SaysUnknownCode(Vocabulary.LandKey);
        RuleFor(request => request.Limit).InclusiveBetween(1, 100);
    }
}
