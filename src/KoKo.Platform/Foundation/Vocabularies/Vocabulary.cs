using System.Globalization;
using System.Text.Json;

namespace KoKo.Platform.Foundation.Vocabularies;

/// <summary>A controlled vocabulary: codes never change, labels may.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, Term> terms;

    private Vocabulary(string name, VocabularyFile file)
    {
        Name = name;
        German = file.German;
        English = file.English;
        Terms = file.Terms;
        terms = file.Terms.ToDictionary(term => term.Code, StringComparer.Ordinal);
    }

    public static IReadOnlyDictionary<string, Vocabulary> All { get; } = Read();

    public static Vocabulary Topic => All["topic"];

    public static Vocabulary ConflictLevel => All["conflictLevel"];

    public static Vocabulary ConflictType => All["conflictType"];

    public static Vocabulary Glasl => All["glasl"];

    public static Vocabulary PartyType => All["partyType"];

    public static Vocabulary Method => All["method"];

    public static Vocabulary Phase => All["phase"];

    public static Vocabulary MunicipalityRole => All["municipalityRole"];

    public static Vocabulary ExternalSupport => All["externalSupport"];

    public static Vocabulary MunicipalityType => All["municipalityType"];

    public static Vocabulary PopulationClass => All["populationClass"];

    public static Vocabulary SpatialType => All["spatialType"];

    public static Vocabulary ResultStatus => All["resultStatus"];

    public static Vocabulary EvaluationType => All["evaluationType"];

    public static Vocabulary Transferability => All["transferability"];

    public static Vocabulary CostBand => All["costBand"];

    public static Vocabulary Duration => All["duration"];

    public static Vocabulary Funding => All["funding"];

    public static Vocabulary License => All["license"];

    public static Vocabulary AnonymisationLevel => All["anonymisationLevel"];

    public static Vocabulary AnonymisationCheck => All["anonymisationCheck"];

    public static Vocabulary PracticeKind => All["practiceKind"];

    public static Vocabulary LandKey => All["landKey"];

    public static Vocabulary QualificationKind => All["qualificationKind"];

    public static Vocabulary MediatorRole => All["mediatorRole"];

    public static Vocabulary FeeBand => All["feeBand"];

    public static Vocabulary Language => All["language"];

    public string Name { get; }

    public string German { get; }

    public string English { get; }

    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The vocabulary's own name in the caller's language.</summary>
    public string Title => InEnglish ? English : German;

    private static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public bool Contains(string? code) => code is not null && terms.ContainsKey(code);

    /// <summary>The label in the caller's language; an unknown code is shown as it is.</summary>
    public string LabelOf(string code) => terms.TryGetValue(code, out var term) ? InEnglish ? term.English : term.German : code;

    /// <summary>The German label, for what is indexed and searched.</summary>
    public string GermanOf(string code) => terms.TryGetValue(code, out var term) ? term.German : code;

    private static Dictionary<string, Vocabulary> Read()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream("KoKo.Platform.Foundation.Vocabularies.vocabularies.json")!;
        var files = JsonSerializer.Deserialize<Dictionary<string, VocabularyFile>>(stream, JsonSerializerOptions.Web)!;
        return files.ToDictionary(file => file.Key, file => new Vocabulary(file.Key, file.Value), StringComparer.Ordinal);
    }

    private sealed record VocabularyFile(string German, string English, IReadOnlyList<Term> Terms);
}

/// <summary>One term of a vocabulary.</summary>
/// <param name="Code">The stable code that other resources carry.</param>
/// <param name="German">The German label.</param>
/// <param name="English">The English label.</param>
public sealed record Term(string Code, string German, string English);
