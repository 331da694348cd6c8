using KoKo.Platform.Foundation.Vocabularies;
using KoKo.Platform.Foundation.Web.Forms;

namespace KoKo.Platform.Features.Library.Pages;

internal static class CodeChoices
{
    public static IReadOnlyList<Choice> Stages { get; } =
        [.. Vocabulary.Glasl.Terms.Select(term => new Choice(term.Code, $"{term.Code} – {term.German}"))];

    public static IReadOnlyList<Choice> Of(Vocabulary vocabulary) =>
        [.. vocabulary.Terms.Select(term => new Choice(term.Code, term.German))];
}
