using System.Text.Json.Nodes;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// Writes one index of the server. The state is a row of the index itself and is sent with the last documents, so that both
/// are there or neither, and that a swap takes it along.
/// </summary>
internal sealed class RowStore(MeilisearchClient client, string index, JsonObject settings, PreparedText text)
{
    private const int MostRows = 1_000;
    private const int MostLetters = 4_000_000;
    private const int MostItems = 200;
    private const int RowsOfItems = 20_000;
    private const int MostTasks = 4;

    private static readonly string[] Id = ["id"];

    public string Index => index;

    private string Documents => $"indexes/{index}/documents";

    /// <summary>Null for an index that is not there, or was not written yet.</summary>
    public Task<PreparedRow?> StateAsync(CancellationToken cancellationToken) =>
        client.ReadAsync<PreparedRow>($"{Documents}/{PreparedRow.StateId}?fields=id,position,analysis", cancellationToken);

    /// <summary>The index is there and has our settings: it is made by them, so that no search meets it without.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var theirs = await client.ReadAsync<JsonObject>($"indexes/{index}/settings", cancellationToken);
        if (theirs is null || !MeilisearchSettings.Hold(settings, theirs))
        {
            await client.WriteAsync(HttpMethod.Patch, $"indexes/{index}/settings", settings, cancellationToken);
        }
    }

    public async Task DropAsync(CancellationToken cancellationToken) => await client.WaitAsync(
        await client.BeginAsync(HttpMethod.Delete, $"indexes/{index}", body: null, cancellationToken), cancellationToken, tolerated: "index_not_found");

    public async Task<bool> IsThereAsync(CancellationToken cancellationToken) => await client.ReadAsync<JsonObject>($"indexes/{index}", cancellationToken) is not null;

    /// <summary>Replaces all rows of the items and writes the position.</summary>
    public async Task ApplyAsync(IReadOnlyList<SearchChange> changes, long position, CancellationToken cancellationToken)
    {
        var rows = changes.SelectMany(change => change.Documents).Select(document => PreparedRow.Of(document, text)).ToList();
        var kept = rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        List<WrittenTask> tasks = [];
        foreach (var some in changes.Chunk(MostItems))
        {
            var gone = (await RowsOfAsync(some, cancellationToken)).Where(id => !kept.Contains(id)).ToList();
            if (gone.Count > 0)
            {
                tasks.Add(await client.BeginAsync(HttpMethod.Post, $"{Documents}/delete-batch", gone, cancellationToken));
            }
        }

        foreach (var chunk in Chunks(rows.Append(PreparedRow.StateAt(position, text.Analysis))))
        {
            tasks.Add(await AddAsync(chunk, cancellationToken));
        }

        foreach (var task in tasks)
        {
            await client.WaitAsync(task, cancellationToken);
        }
    }

    /// <summary>Adds documents to an index that has none of their items, several tasks at a time: the server takes them together.</summary>
    public async Task FillAsync(IAsyncEnumerable<SearchDocument> documents, CancellationToken cancellationToken)
    {
        var tasks = new Queue<WrittenTask>();
        var batch = new Batch();
        await foreach (var document in documents.WithCancellation(cancellationToken))
        {
            batch.Add(PreparedRow.Of(document, text));
            if (batch.IsFull)
            {
                await SendAsync();
            }
        }

        await SendAsync();
        while (tasks.TryDequeue(out var task))
        {
            await client.WaitAsync(task, cancellationToken);
        }

        async Task SendAsync()
        {
            if (tasks.Count >= MostTasks)
            {
                await client.WaitAsync(tasks.Dequeue(), cancellationToken);
            }

            tasks.Enqueue(await AddAsync(batch.Take(), cancellationToken));
        }
    }

    private Task<WrittenTask> AddAsync(IReadOnlyList<PreparedRow> rows, CancellationToken cancellationToken) =>
        client.BeginAsync(HttpMethod.Post, $"{Documents}?primaryKey=id", rows, cancellationToken);

    private async Task<IEnumerable<string>> RowsOfAsync(SearchChange[] changes, CancellationToken cancellationToken)
    {
        var filter = new FilterBuilder().AnyOf("item", changes.Select(change => PreparedRow.ItemOf(change.Kind, change.ItemId)));
        var rows = await client.AskAsync<Rows>($"{Documents}/fetch", new RowsRequest(RowsOfItems, Id, filter.Conditions), cancellationToken);
        return rows?.Results.Select(row => row.Id) ?? [];
    }

    private static IEnumerable<List<PreparedRow>> Chunks(IEnumerable<PreparedRow> rows)
    {
        var batch = new Batch();
        foreach (var row in rows)
        {
            batch.Add(row);
            if (batch.IsFull)
            {
                yield return batch.Take();
            }
        }

        if (!batch.IsEmpty)
        {
            yield return batch.Take();
        }
    }

    /// <summary>As many rows as one request carries.</summary>
    private sealed class Batch
    {
        private List<PreparedRow> rows = [];
        private long letters;

        public bool IsEmpty => rows.Count == 0;

        public bool IsFull => rows.Count >= MostRows || letters >= MostLetters;

        public void Add(PreparedRow row)
        {
            rows.Add(row);
            letters += (row.Body?.Length ?? 0) + row.BodyTerms.Length + row.BodyParts.Length;
        }

        public List<PreparedRow> Take()
        {
            var taken = rows;
            (rows, letters) = ([], 0);
            return taken;
        }
    }
}
