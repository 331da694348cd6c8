using KoKo.Platform.Foundation.Text;

namespace KoKo.Platform.Tests.Foundation.Text;

public sealed class MarkdownRendererTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n ", "")]
    [InlineData(null, "")]
    [InlineData("Ein *kurzer* Satz.", "<p>Ein <em>kurzer</em> Satz.</p>\n")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")]
    [InlineData("3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>\n")]
    public void Renders_what_Markdown_says(string? text, string html) => Assert.Equal(html, MarkdownRenderer.ToHtml(text, 3));

    [Theory]
    [InlineData("Bürger*innen und Anwohner*innen", "<p>Bürger*innen und Anwohner*innen</p>\n")]
    [InlineData("Mediator*in, Kolleg*innen-Treffen, jede*r, der*die", "<p>Mediator*in, Kolleg*innen-Treffen, jede*r, der*die</p>\n")]
    [InlineData("Bürger**innen und Anwohner**innen", "<p>Bürger**innen und Anwohner**innen</p>\n")]
    [InlineData("Bürger_innen und Anwohner_innen", "<p>Bürger_innen und Anwohner_innen</p>\n")]
    [InlineData("*Bürger*innen* und **Anwohner*innen**", "<p><em>Bürger*innen</em> und <strong>Anwohner*innen</strong></p>\n")]
    [InlineData("Die *Ämter*, (**alle**) und __Räte__ der Bürger*innen", "<p>Die <em>Ämter</em>, (<strong>alle</strong>) und <strong>Räte</strong> der Bürger*innen</p>\n")]
    [InlineData("* Bürger*innen\n* ***Anwohner*innen***", "<ul>\n<li>Bürger*innen</li>\n<li><em><strong>Anwohner*innen</strong></em></li>\n</ul>\n")]
    [InlineData("[Bürger*innen](/a) und [Anwohner*innen](/b)", "<p><a href=\"/a\" rel=\"noopener noreferrer nofollow\">Bürger*innen</a> und <a href=\"/b\" rel=\"noopener noreferrer nofollow\">Anwohner*innen</a></p>\n")]
    public void Leaves_the_star_inside_a_word_where_it_is(string text, string html) => Assert.Equal(html, MarkdownRenderer.ToHtml(text, 3));

    [Fact]
    public void Renders_a_table()
    {
        var html = MarkdownRenderer.ToHtml("| a |\n|---|\n| 1 |", 3);

        Assert.Equal("<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>\n", html);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>\n")]
    [InlineData("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n")]
    [InlineData("&lt;script&gt;", "<p>&lt;script&gt;</p>\n")]
    [InlineData("&amp;lt;script&amp;gt;", "<p>&amp;lt;script&amp;gt;</p>\n")]
    public void Shows_raw_markup_as_text(string text, string html) => Assert.Equal(html, MarkdownRenderer.ToHtml(text, 3));

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](&#106;avascript:alert(1))")]
    [InlineData("[a](java&#9;script:alert(1))")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a](file:///etc/passwd)")]
    public void Takes_the_address_from_a_link_that_is_none_of_the_web(string text)
    {
        var html = MarkdownRenderer.ToHtml(text, 3);

        Assert.Equal("<p><a rel=\"noopener noreferrer nofollow\">a</a></p>\n", html);
    }

    [Theory]
    [InlineData("[a](https://www.kern-ux.de/)", "https://www.kern-ux.de/")]
    [InlineData("[a](/bibliothek)", "/bibliothek")]
    [InlineData("[a](mailto:buero@office.example)", "mailto:buero@office.example")]
    public void Keeps_a_link_of_the_web(string text, string address) =>
        Assert.Equal($"<p><a href=\"{address}\" rel=\"noopener noreferrer nofollow\">a</a></p>\n", MarkdownRenderer.ToHtml(text, 3));

    [Fact]
    public void Leaves_pictures_out() =>
        Assert.Equal("<p></p>\n", MarkdownRenderer.ToHtml("![a](https://tracker.example/p.gif)", 3));

    [Theory]
    [InlineData("# a\n\n## b", "<h3>a</h3>\n<h4>b</h4>\n")]
    [InlineData("# a\n\n#### b\n\n# c", "<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>\n")]
    [InlineData("##### b\n\n# a", "<h3>b</h3>\n<h3>a</h3>\n")]
    [InlineData("# a\n\n## b\n\n### c\n\n#### d\n\n##### e", "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h6>d</h6>\n<h6>e</h6>\n")]
    public void Ranks_headings_below_the_page_without_a_gap(string text, string html) =>
        Assert.Equal(html, MarkdownRenderer.ToHtml(text, 3));

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    [InlineData('*')]
    public void Shows_text_nested_too_deep_as_it_was_written(char mark)
    {
        var text = new string(mark, 5_000) + "a";

        var html = MarkdownRenderer.ToHtml(text, 3);

        Assert.EndsWith("a</p>", html.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_a_list_nested_too_deep_as_it_was_written()
    {
        var text = string.Concat(Enumerable.Repeat("- ", 5_000)) + "a";

        Assert.Equal($"<p>{text}</p>", MarkdownRenderer.ToHtml(text, 3));
    }

    [Fact]
    public void Shows_very_long_text_as_it_was_written()
    {
        var text = string.Concat(Enumerable.Repeat("*a* ", 60_000));

        Assert.Equal($"<p>{text}</p>", MarkdownRenderer.ToHtml(text, 3));
    }
}
