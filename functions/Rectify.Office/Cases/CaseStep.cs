using Rectify.Domain.Cases;

namespace Rectify.Office.Cases;

/// <summary>A step that happens to a case without a command, and what becomes of it.</summary>
public sealed record CaseStep(DateTimeOffset DueAt, Step Step, StepOutcome Outcome = StepOutcome.ToCome);

/// <summary>What becomes of a step.</summary>
public enum StepOutcome
{
    /// <summary>It is still to come.</summary>
    ToCome,

    /// <summary>It has fallen due and is carried out at once.</summary>
    AtOnce,

    /// <summary>Its day has passed before it could be carried out: it is recorded and not sent.</summary>
    Skipped,
}
