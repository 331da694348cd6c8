namespace KoKo.Platform.Foundation.Search.German;

/// <summary>How many typing errors lie between two words, and how many a word is forgiven.</summary>
internal static class TypingErrors
{
    private const int OneLetters = 5;
    private const int TwoLetters = 9;

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

    /// <summary>Letters left out, added, replaced, or swapped with the next one.</summary>
    public static int Between(string left, string right)
    {
        var (before, last, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var line = 1; line <= left.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = last[column - 1] + (left[line - 1] == right[column - 1] ? 0 : 1);
                row[column] = Math.Min(replaced, Math.Min(last[column], row[column - 1]) + 1);
                if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
                {
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }
}
