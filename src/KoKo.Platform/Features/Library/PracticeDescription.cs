namespace KoKo.Platform.Features.Library;

/// <summary>What is told about a practice, in the working copy and in what is released of it.</summary>
public abstract record PracticeDescription
{
    /// <summary>What it is: a code of the vocabulary <c>practiceKind</c>.</summary>
    /// <example>case</example>
    public string Kind { get; init; } = PracticeKinds.Case;

    /// <summary>One line, 8 to 160 characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>
    /// The key in the system it comes from, one line of up to 120 characters: whoever keeps texts elsewhere finds them again
    /// by it. Nothing is shown of it where the place is hidden.
    /// </summary>
    /// <example>leitfaden-0815</example>
    public string? ExternalKey { get; init; }

    /// <summary>Plain text, 80 to 600 characters; may be empty in a draft.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The summary in Leichte Sprache, one idea per line, up to 3000 characters.</summary>
    public string? EasyLanguageSummary { get; init; }

    /// <summary>The language of the text: a code of the vocabulary <c>language</c>.</summary>
    /// <example>de</example>
    public string Language { get; init; } = "de";

    /// <summary>1 to 5 codes of the vocabulary <c>topic</c>; a draft may have none.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Which other topic, up to 120 characters; if, and only if, <c>topics</c> contains <c>other</c>.</summary>
    public string? TopicOther { get; init; }

    /// <summary>A code of the vocabulary <c>conflictLevel</c>.</summary>
    public string? ConflictLevel { get; init; }

    /// <summary>Up to 3 codes of the vocabulary <c>conflictType</c>.</summary>
    public IReadOnlyList<string> ConflictTypes { get; init; } = [];

    /// <summary>Glasl's stage of escalation at the beginning, 1 to 9; both stages or none.</summary>
    public int? EscalationStart { get; init; }

    /// <summary>Glasl's stage of escalation at the end, 1 to 9; it may be higher than at the beginning.</summary>
    public int? EscalationEnd { get; init; }

    /// <summary>Groups that took part, up to 12; never persons.</summary>
    public IReadOnlyList<PracticeParty> Parties { get; init; } = [];

    /// <summary>Up to 6 codes of the vocabulary <c>method</c>.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Codes of the vocabulary <c>phase</c>.</summary>
    public IReadOnlyList<string> PhasesCovered { get; init; } = [];

    /// <summary>Codes of the vocabulary <c>municipalityRole</c>.</summary>
    public IReadOnlyList<string> MunicipalityRoles { get; init; } = [];

    /// <summary>Support from outside, up to 5.</summary>
    public IReadOnlyList<PracticeSupport> ExternalSupport { get; init; } = [];

    /// <summary>A code of the vocabulary <c>municipalityType</c>.</summary>
    public string? MunicipalityType { get; init; }

    /// <summary>A code of the vocabulary <c>populationClass</c>.</summary>
    public string? PopulationClass { get; init; }

    /// <summary>The Land's two digits, 01 to 16.</summary>
    /// <example>05</example>
    public string? LandKey { get; init; }

    /// <summary>A code of the vocabulary <c>spatialType</c>.</summary>
    public string? SpatialType { get; init; }

    /// <summary>The first month, as YYYY-MM.</summary>
    public string? StartMonth { get; init; }

    /// <summary>The last month, as YYYY-MM; not before the first, and none while it is ongoing.</summary>
    public string? EndMonth { get; init; }

    /// <summary>Whether it still goes on.</summary>
    public bool Ongoing { get; init; }

    /// <summary>The situation at the beginning. Markdown, up to 6000 characters.</summary>
    public string? Context { get; init; }

    /// <summary>Assignment and aims. Markdown, up to 6000 characters.</summary>
    public string? Assignment { get; init; }

    /// <summary>What was done, step by step, up to 20.</summary>
    public IReadOnlyList<PracticeStep> Approach { get; init; } = [];

    /// <summary>What came of it. Markdown, up to 6000 characters.</summary>
    public string? Result { get; init; }

    /// <summary>A code of the vocabulary <c>resultStatus</c>.</summary>
    public string? ResultStatus { get; init; }

    /// <summary>What changed and how that was measured. Markdown, up to 6000 characters.</summary>
    public string? Effect { get; init; }

    /// <summary>A code of the vocabulary <c>evaluationType</c>.</summary>
    public string? EvaluationType { get; init; }

    /// <summary>What helped: up to 10 short texts of at most 500 characters.</summary>
    public IReadOnlyList<string> SuccessFactors { get; init; } = [];

    /// <summary>What hindered or did not work: up to 10 short texts of at most 500 characters.</summary>
    public IReadOnlyList<string> Obstacles { get; init; } = [];

    /// <summary>Lessons learned. Markdown, up to 6000 characters.</summary>
    public string? Lessons { get; init; }

    /// <summary>A code of the vocabulary <c>transferability</c>.</summary>
    public string? Transferability { get; init; }

    /// <summary>Why it can or cannot be transferred, up to 1000 characters.</summary>
    public string? TransferabilityReason { get; init; }

    /// <summary>What must be there first: up to 10 short texts of at most 500 characters.</summary>
    public IReadOnlyList<string> Prerequisites { get; init; } = [];

    /// <summary>Working time that was spent.</summary>
    public PracticeEffort? StaffEffort { get; init; }

    /// <summary>A code of the vocabulary <c>costBand</c>; never an exact sum.</summary>
    public string? CostBand { get; init; }

    /// <summary>Codes of the vocabulary <c>funding</c>.</summary>
    public IReadOnlyList<string> Funding { get; init; } = [];

    /// <summary>Up to 20 https addresses.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Whom to ask: a function, not a person; up to 160 characters.</summary>
    public string? ContactFunction { get; init; }

    /// <summary>Authors who agreed to be named, up to 10.</summary>
    public IReadOnlyList<string> Contributors { get; init; } = [];

    /// <summary>A code of the vocabulary <c>anonymisationLevel</c>.</summary>
    public string? AnonymisationLevel { get; init; }

    /// <summary>A code of the vocabulary <c>license</c>.</summary>
    public string? License { get; init; }
}

/// <summary>A group that took part.</summary>
/// <param name="Type">A code of the vocabulary <c>partyType</c>.</param>
/// <param name="Label">How the group is called here, up to 160 characters; never a person.</param>
public sealed record PracticeParty(string Type, string? Label);

/// <summary>One step of the approach.</summary>
/// <param name="Phase">A code of the vocabulary <c>phase</c>; null where none fits.</param>
/// <param name="Text">What was done, up to 3000 characters.</param>
public sealed record PracticeStep(string? Phase, string Text);

/// <summary>Support from outside.</summary>
/// <param name="Type">A code of the vocabulary <c>externalSupport</c>.</param>
/// <param name="Organisation">Who gave it, up to 160 characters; not shown for anonymised practices.</param>
public sealed record PracticeSupport(string Type, string? Organisation);

/// <summary>Working time that was spent.</summary>
/// <param name="InternalHours">Hours of the own staff, 0 to 100000.</param>
/// <param name="ExternalDays">Days of people from outside, 0 to 10000.</param>
public sealed record PracticeEffort(int InternalHours, int ExternalDays);

internal static class PracticeKinds
{
    public const string Case = "case";
}
