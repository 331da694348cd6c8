using System.Globalization;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search.Quality;

/// <summary>
/// Everyday business of a municipality around the practices: every subject of distractors.txt in every place, put together from
/// hand-written sentences. They talk of citizens, councils, places and procedures as the practices do, and answer no query.
/// </summary>
internal static class Distractors
{
    private const int SentencesOfSubject = 5;
    private const int GeneralSentences = 3;

    private static readonly string[] Days = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"];

    public static IReadOnlyList<SearchDocument> All { get; } = [.. Make()];

    private static IEnumerable<SearchDocument> Make()
    {
        var blocks = Blocks();
        var places = blocks[0].Lines;
        var general = blocks[1].Lines;
        var number = 0;
        foreach (var subject in blocks.Skip(2))
        {
            for (var place = 0; place < places.Count; place++)
            {
                yield return Document(subject, general, places[place], place, number++);
            }
        }
    }

    private static SearchDocument Document(Block subject, List<string> general, string place, int index, int number)
    {
        // steps that have no factor in common with the count, so that no sentence comes twice
        var texts = Enumerable.Range(0, SentencesOfSubject).Select(step => subject.Lines[(index + (step * 3)) % subject.Lines.Count])
            .Concat(Enumerable.Range(0, GeneralSentences).Select(step => general[(number + (step * 7)) % general.Count]))
            .Select((sentence, step) => Filled(sentence, place, number + step))
            .ToList();
        return new SearchDocument
        {
            ItemId = DemoIds.Of($"distractor/{number}"),
            Kind = PracticePublisher.Kind,
            Audience = Audience.Network,
            Title = Filled(subject.Titles[index % subject.Titles.Count], place, number),
            Summary = $"{texts[0]} {texts[^1]}",
            Body = string.Join('\n', texts[1..^1]),
            Names = [subject.Name],
            SortDate = new DateTime(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc).AddHours(-number),
        };
    }

    private static string Filled(string text, string place, int number) => text
        .Replace("{Ort}", place, StringComparison.Ordinal)
        .Replace("{Jahr}", (2018 + (number * 5 % 9)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{Zahl}", (12 + (number * 37 % 480)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{Euro}", (5 + (number * 13 % 95)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{Tag}", Days[number % Days.Length], StringComparison.Ordinal);

    private static List<Block> Blocks()
    {
        List<Block> blocks = [];
        foreach (var line in QualityFile.Lines("distractors.txt").Where(line => !line.StartsWith('#')))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                blocks.Add(new Block(line[3..], [], []));
            }
            else if (line.StartsWith("! ", StringComparison.Ordinal))
            {
                blocks[^1].Titles.Add(line[2..]);
            }
            else
            {
                blocks[^1].Lines.Add(line);
            }
        }

        return blocks;
    }

    private sealed record Block(string Name, List<string> Titles, List<string> Lines);
}
