namespace KoKo.Platform.Features.Library;

/// <summary>Where the working copy of a practice stands; published rows stay live while the next revision goes round.</summary>
public enum PracticeState
{
    /// <summary>Being written, for the first time or again.</summary>
    Draft,

    /// <summary>Waits for its review; cannot be changed.</summary>
    Submitted,

    /// <summary>The review asked for changes.</summary>
    ChangesRequested,

    /// <summary>The review approved it.</summary>
    Reviewed,

    /// <summary>Released for publication.</summary>
    Released,

    /// <summary>What is published is what stands in the working copy.</summary>
    Published,

    /// <summary>Put away.</summary>
    Archived,
}

/// <summary>What was done with a practice.</summary>
public enum PracticeAction
{
    Created,
    Submitted,
    Approved,
    ChangesRequested,
    Released,
    Published,
    Withdrawn,
    Archived,
}
