using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>Mediatorin and Mediatorinnen are searched like Mediator; Termin and beginnen stay what they are.</summary>
internal sealed class FeminineFilter : TokenFilter
{
    private static readonly string[] Bases = ["er", "or", "ist", "ent", "ant", "eur", "arzt", "rat", "wirt", "kolleg", "expert", "log", "nachbar", "anwalt", "padagog", "kandidat", "architekt", "therapeut"];
    private static readonly string[] VerbStems = ["gew", "beg", "bes", "ntr", "ersp", "verr"];

    private readonly ICharTermAttribute term;

    public FeminineFilter(TokenStream input)
        : base(input) => term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        var word = term.ToString()!;
        if (word.EndsWith("innen", StringComparison.Ordinal) && word.Length >= 9 && !VerbStems.Any(word[..^5].EndsWith))
        {
            term.Length -= 5;
        }
        else if (word.EndsWith("in", StringComparison.Ordinal) && word.Length >= 6 && Bases.Any(word[..^2].EndsWith))
        {
            term.Length -= 2;
        }

        return true;
    }
}
