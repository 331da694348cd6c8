namespace KoKo.Platform.Tests.World;

/// <summary>A platform with the demo world that searches with Meilisearch.</summary>
public sealed class MeilisearchWorld : IAsyncLifetime
{
    private readonly MeilisearchTestIndex? index;

    public MeilisearchWorld()
    {
        if (IsThere)
        {
            index = new MeilisearchTestIndex();
            World = new PlatformWorld { Further = MeilisearchServer.Instance.Settings(index.Name) };
        }
    }

    internal PlatformWorld World { get; } = new();

    private static bool IsThere => TestDatabase.IsThere && MeilisearchServer.Missing is null;

    // where something is missing, each test says why it is skipped
    public ValueTask InitializeAsync() => IsThere ? World.InitializeAsync() : ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        if (index is not null)
        {
            await index.DropAsync();
        }
    }
}
