using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Network;

/// <summary>The same story, told by the other engine.</summary>
[RequiresMeilisearch]
public sealed class SearchNetworkOnMeilisearchTests(MeilisearchWorld meilisearch) : SearchNetworkTests(meilisearch.World), IClassFixture<MeilisearchWorld>;
