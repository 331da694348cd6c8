using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>
/// Puts the parts of a compound at the position and the offsets of the compound. The type of a part tells whether it is
/// whole: Schwimmbad in Hallenschwimmbad is not, its own parts are there, too.
/// </summary>
internal sealed class CompoundFilter : TokenFilter
{
    public const string WholePart = "whole part";
    public const string CompoundPart = "compound part";

    private readonly CompoundSplitter splitter;
    private readonly ICharTermAttribute term;
    private readonly ITypeAttribute type;
    private readonly IPositionIncrementAttribute increment;
    private readonly Queue<string> parts = new();
    private AttributeSource.State? word;

    public CompoundFilter(TokenStream input, CompoundSplitter splitter)
        : base(input)
    {
        this.splitter = splitter;
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        type = AddAttribute<ITypeAttribute>();
    }

    public override bool IncrementToken()
    {
        if (parts.TryDequeue(out var part))
        {
            RestoreState(word);
            term.SetEmpty().Append(part);
            increment.PositionIncrement = 0;
            type.Type = splitter.Split(part).Count == 0 ? WholePart : CompoundPart;
            return true;
        }

        if (!m_input.IncrementToken())
        {
            return false;
        }

        foreach (var found in splitter.Split(term.ToString()!))
        {
            parts.Enqueue(found);
        }

        word = parts.Count > 0 ? CaptureState() : null;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        parts.Clear();
    }
}
