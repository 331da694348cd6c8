using KoKo.Platform.Features.Network;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Foundation.OpenApi;

namespace KoKo.Platform.Demo.Examples;

internal sealed class NetworkExamples : IOperationExamples
{
    public IEnumerable<OperationExample> Examples =>
    [
        OperationExample.Of<ListVocabularies>(OperationExample.Anonymous),
        OperationExample.Of<GetVocabulary>(OperationExample.Anonymous, route: new { name = "topic" }),
        OperationExample.Of<SearchNetwork>(query: new { q = "Windparkkonflikt", topic = (string[])["wind_solar_grid"], limit = 10 }),
        OperationExample.Of<SuggestSearch>(OperationExample.Anonymous, query: new { q = "Windpa", limit = 5 }),
        OperationExample.Of<ExplainSearch>(query: new { q = "Nachbarschaft", itemId = DemoLibrary.Files().First().Id }),
        OperationExample.Of<SaveSearch>(DemoSavedSearches.Owner),
        OperationExample.Of<ListSavedSearches>(DemoSavedSearches.Owner, query: new { limit = 5 }),
        OperationExample.Of<GetSavedSearch>(DemoSavedSearches.Owner, route: new { id = DemoSavedSearches.ToRead }),
        OperationExample.Of<ChangeSavedSearch>(DemoSavedSearches.Owner, route: new { id = DemoSavedSearches.ToChange }),
        OperationExample.Of<RemoveSavedSearch>(DemoSavedSearches.Owner, route: new { id = DemoSavedSearches.ToRemove }),
    ];
}
