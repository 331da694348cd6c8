using System.Text.Json;
using System.Text.Json.Serialization;

namespace KoKo.Platform.Client;

/// <summary>The API of a KoKo Platform. Give it an HttpClient with the platform's address and a bearer token.</summary>
public partial class KoKoPlatformClient
{
    /// <summary>The document this client was generated from, as its hash (SHA-256).</summary>
    public static string DocumentHash => GeneratedFrom.DocumentHash;

    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings)
    {
        settings.Converters.Add(new JsonStringEnumConverter()); // lists of enums: the generated members name no converter
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }
}
