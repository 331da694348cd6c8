using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// Speaks to one Meilisearch. Whatever goes wrong on the way becomes a <see cref="SearchUnavailableException"/>; a task is
/// over when it returns, since a write that was only accepted cannot be searched yet.
/// </summary>
internal sealed class MeilisearchClient
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly HttpClient http;
    private readonly MeilisearchOptions options;

    public MeilisearchClient(HttpClient http, IOptions<MeilisearchOptions> options)
    {
        this.http = http;
        this.options = options.Value;
        http.BaseAddress = this.options.BaseAddress;
        http.Timeout = Timeout.InfiniteTimeSpan; // each request has its own
        if (this.options.Key.Length > 0)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", this.options.Key);
        }
    }

    /// <summary>Null where the server knows no such index, document or route.</summary>
    public Task<T?> ReadAsync<T>(string path, CancellationToken cancellationToken)
        where T : class => SendAsync<T>(HttpMethod.Get, path, body: null, options.SearchTimeout, cancellationToken);

    /// <summary>Asks what is too long for an address; null where there is no such index.</summary>
    public Task<T?> AskAsync<T>(string path, object body, CancellationToken cancellationToken)
        where T : class => SendAsync<T>(HttpMethod.Post, path, body, options.SearchTimeout, cancellationToken);

    /// <summary>Begins a write; <see cref="WaitAsync"/> tells when it is done.</summary>
    public async Task<WrittenTask> BeginAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken) =>
        await SendAsync<WrittenTask>(method, path, body, options.WriteTimeout, cancellationToken)
            ?? throw new SearchUnavailableException($"Meilisearch knows no {path}.", new HttpRequestException(path));

    public async Task WriteAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken) =>
        await WaitAsync(await BeginAsync(method, path, body, cancellationToken), cancellationToken);

    /// <summary>Waits until a task is over.</summary>
    /// <param name="tolerated">The code of a failure that is none here.</param>
    public async Task WaitAsync(WrittenTask task, CancellationToken cancellationToken, string? tolerated = null)
    {
        for (var pause = FirstPause; ; pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause)
        {
            var state = await SendAsync<TaskState>(HttpMethod.Get, $"tasks/{task.TaskUid}", body: null, options.WriteTimeout, cancellationToken);
            if (state is null or { IsOver: true })
            {
                if (state?.Status != "succeeded" && (tolerated is null || state?.Error?.Code != tolerated))
                {
                    throw new MeilisearchException(state?.Error ?? new MeilisearchFault("The task is gone.", Code: null));
                }

                return;
            }

            await Task.Delay(pause, cancellationToken);
        }
    }

    /// <summary>Whether the server would answer anybody: it was started without a key.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "stats");
        using var answer = await SendAsync(request, options.SearchTimeout, withKey: false, cancellationToken);
        return answer.IsSuccessStatusCode;
    }

    private async Task<T?> SendAsync<T>(HttpMethod method, string path, object? body, TimeSpan timeout, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: MeilisearchJson.Options);
        using var answer = await SendAsync(request, timeout, withKey: true, cancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            return await ReadAsync<T>(answer, cancellationToken);
        }

        var fault = await FaultOfAsync(answer, cancellationToken);
        return fault.Code is "index_not_found" or "document_not_found" ? null : throw new MeilisearchException(fault);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, TimeSpan timeout, bool withKey, CancellationToken cancellationToken)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(timeout);
        try
        {
            if (!withKey)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "none");
            }

            return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, inTime.Token);
        }
        catch (HttpRequestException exception)
        {
            throw new SearchUnavailableException("Meilisearch cannot be reached.", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SearchUnavailableException("Meilisearch does not answer in time.", exception);
        }
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(MeilisearchJson.Options, cancellationToken);
        }
        catch (JsonException exception)
        {
            throw new SearchUnavailableException("What answers for Meilisearch is not Meilisearch.", exception);
        }
    }

    /// <summary>Whatever stands before the server may answer in its own words.</summary>
    private static async Task<MeilisearchFault> FaultOfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            if (await answer.Content.ReadFromJsonAsync<MeilisearchFault>(MeilisearchJson.Options, cancellationToken) is { Code: not null } fault)
            {
                return fault;
            }
        }
        catch (JsonException)
        {
            // no words of Meilisearch
        }

        return new MeilisearchFault($"Status {(int)answer.StatusCode} {(HttpStatusCode)answer.StatusCode}", Code: null);
    }
}
