using System.Globalization;
using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>How a search document lies in the Lucene folder.</summary>
internal static class LuceneDocument
{
    /// <summary>Raise it when fields come or go: an index of another number is dropped and filled anew.</summary>
    public const int LayoutNumber = 2;

    public static Document Of(SearchDocument document)
    {
        var row = new Document
        {
            new StringField(IndexField.Item, ItemKey(document.Kind, document.ItemId), Field.Store.NO),
            new StoredField(IndexField.Kind, document.Kind),
            new StoredField(IndexField.ItemId, document.ItemId.ToString("N")),
            new StringField(IndexField.Audience, document.Audience, Field.Store.YES),
            new SortedDocValuesField(IndexField.Key, new BytesRef(RowKey(document.ItemId, document.Audience))),
            new NumericDocValuesField(IndexField.SortDate, document.SortDate.Ticks),
            new NumericDocValuesField(IndexField.Quality, document.Quality),
            new SortedDocValuesField(IndexField.TitleKey, new BytesRef(TitleKey.Of(document.Title))),
        };
        foreach (var audience in document.ShadowedBy)
        {
            row.Add(new StringField(IndexField.ShadowedBy, audience, Field.Store.NO));
        }

        if (document.ExternalKey is { } key)
        {
            row.Add(new StringField(IndexField.ExternalKey, key, Field.Store.YES));
        }

        AddText(row, document);
        AddFacets(row, document);
        return row;
    }

    public static string ItemKey(string kind, Guid itemId) => string.Create(CultureInfo.InvariantCulture, $"{kind}/{itemId:N}");

    public static string RowKey(Guid itemId, string audience) => string.Create(CultureInfo.InvariantCulture, $"{itemId:N}/{audience}");

    public static (Guid ItemId, string Audience) PartsOf(string rowKey)
    {
        var slash = rowKey.IndexOf('/', StringComparison.Ordinal);
        return (Guid.ParseExact(rowKey.AsSpan(0, slash), "N"), rowKey[(slash + 1)..]);
    }

    private static void AddText(Document row, SearchDocument document)
    {
        Add(IndexField.Title, document.Title, Field.Store.YES);
        Add(IndexField.Summary, document.Summary, Field.Store.YES);
        Add(IndexField.Body, document.Body, Field.Store.YES);
        foreach (var name in document.Names)
        {
            Add(IndexField.Names, name, Field.Store.YES);
        }

        void Add(string field, string? text, Field.Store store)
        {
            if (PlainText.WithoutMarkdown(text) is not { Length: > 0 } clean)
            {
                return;
            }

            // the body weighs nothing of its own, so it is found by way of all text only
            row.Add(field == IndexField.Body ? new StoredField(field, clean) : new TextField(field, clean, store));
            row.Add(new TextField(IndexField.All, clean, Field.Store.NO));
        }
    }

    private static void AddFacets(Document row, SearchDocument document)
    {
        var facets = document.Facets.Append(KeyValuePair.Create<string, IReadOnlyList<string>>(SearchResults.KindFacet, [document.Kind]));
        foreach (var (name, codes) in facets)
        {
            foreach (var code in codes.Distinct())
            {
                row.Add(new SortedSetDocValuesField(IndexField.FacetPrefix + name, new BytesRef(code)));
            }
        }
    }
}
