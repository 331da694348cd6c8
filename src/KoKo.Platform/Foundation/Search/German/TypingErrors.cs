namespace KoKo.Platform.Foundation.Search.German;

/// <summary>How many typing errors lie between two words, and how many a word is forgiven.</summary>
internal static class TypingErrors
{
    private const int OneLetters = 5;
    private const int TwoLetters = 9;
    private const int Whole = 2;
    private const int Half = 1;

    /// <summary>Long words may hold more.</summary>
    public static int Forgiven(int letters) => letters switch
    {
        >= TwoLetters => 2,
        >= OneLetters => 1,
        _ => 0,
    };

    /// <summary>Whether a word may be the other one misspelt. The first letter is right.</summary>
    public static bool AreWithin(string left, string right, int most) =>
        Math.Abs(left.Length - right.Length) <= most && right.Length > 0 && left[0] == right[0] && Between(left, right) <= most;

    /// <summary>
    /// Letters left out, added, replaced, or swapped with the next one. A letter doubled or not is half an error: Minarret
    /// and Komission are what people are unsure of most.
    /// </summary>
    public static int Between(string left, string right)
    {
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        last[0] = 0;
        for (var column = 1; column <= right.Length; column++)
        {
            last[column] = last[column - 1] + CostOf(right, column);
        }

        for (var line = 1; line <= left.Length; line++)
        {
            row[0] = last[0] + CostOf(left, line);
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = last[column - 1] + (left[line - 1] == right[column - 1] ? 0 : Whole);
                row[column] = Math.Min(replaced, Math.Min(last[column] + CostOf(left, line), row[column - 1] + CostOf(right, column)));
                if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
                {
                    row[column] = Math.Min(row[column], before[column - 2] + Whole);
                }
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return (last[right.Length] + 1) / Whole;
    }

    /// <summary>Of leaving out, or adding, the letter at this place, counted from 1.</summary>
    private static int CostOf(string word, int place) => place > 1 && word[place - 1] == word[place - 2] ? Half : Whole;
}
