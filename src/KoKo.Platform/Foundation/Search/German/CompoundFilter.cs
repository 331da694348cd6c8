using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>Puts the parts of a compound at the position and the offsets of the compound.</summary>
internal sealed class CompoundFilter : TokenFilter
{
    private readonly CompoundSplitter splitter;
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private readonly Queue<string> parts = new();
    private AttributeSource.State? word;

    public CompoundFilter(TokenStream input, CompoundSplitter splitter)
        : base(input)
    {
        this.splitter = splitter;
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (parts.TryDequeue(out var part))
        {
            RestoreState(word);
            term.SetEmpty().Append(part);
            increment.PositionIncrement = 0;
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
