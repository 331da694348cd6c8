using System.Net;
using Ganss.Xss;
using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;

namespace KoKo.Platform.Foundation.Text;

/// <summary>Turns Markdown that people wrote into markup that is safe to show; the one place where text becomes markup.</summary>
internal static class MarkdownRenderer
{
    // above this the text is shown as it was written: some texts cost the square of their length ("[a](" again and again)
    private const int LongestText = 30_000;

    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

#pragma warning disable RS0030 // this is the place the ban points to
    public static MarkupString Render(string? text, int topLevel) => new(ToHtml(text, topLevel));
#pragma warning restore RS0030

    internal static string ToHtml(string? text, int topLevel)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        return text.Length <= LongestText && TryRender(text, topLevel) is { } html ? Sanitizer.Sanitize(html) : AsWritten(text);
    }

    private static string? TryRender(string text, int topLevel)
    {
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            Rank(document, topLevel);
            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException) // Markdig's answer to nesting deeper than it follows
        {
            return null;
        }
    }

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks();
        // the stars of "Bürger*innen und Anwohner*innen" are no emphasis: inside a word a star is as literal as "_" is
        var stars = builder.InlineParsers.FindExact<EmphasisInlineParser>()!.EmphasisDescriptors;
        stars[stars.FindIndex(mark => mark.Character == '*')] = new EmphasisDescriptor('*', 1, 2, enableWithinWord: false);
        return builder.Build();
    }

    // ranks follow the page the text stands in and leave none out, however the author counted
    private static void Rank(MarkdownDocument document, int topLevel)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        var ranks = headings.Select(heading => heading.Level).Distinct().Order().ToList();
        var previous = topLevel - 1;
        foreach (var heading in headings)
        {
            var rank = topLevel + ranks.IndexOf(heading.Level);
            previous = heading.Level = Math.Min(Math.Min(rank, previous + 1), 6);
        }
    }

    private static string AsWritten(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>";

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
                "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start", "title" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
        });
        sanitizer.PostProcessNode += (_, node) =>
        {
            if (node.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link)
            {
                link.SetAttribute("rel", "noopener noreferrer nofollow");
            }
        };
        return sanitizer;
    }
}
