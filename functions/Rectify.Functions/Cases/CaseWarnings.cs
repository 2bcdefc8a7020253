using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;

namespace Rectify.Functions.Cases;

/// <summary>What an officer should know of a case although every rule is kept.</summary>
internal static class CaseWarnings
{
    public static IReadOnlyList<string> Of(CaseFile file) => LittleLeftOf(file) is { } left && file.Veto is { DecidedOn: { } decidedOn, Term: var term }
        ? [$"veto: {left} day(s) of the year were left on the day of the decision, {decidedOn:yyyy-MM-dd}, since it counts from the event of {term.From:yyyy-MM-dd} and ends on {term.To:yyyy-MM-dd}. (S3, {file.Rulebook.DirectVeto!.EventSource})"]
        : [];

    /// <summary>How many days of a veto that counts from its event were left on the day of the decision, when they are few; else null.</summary>
    public static int? LittleLeftOf(CaseFile file) =>
        file is { Veto: { Ground: VetoGround.GraveHarm, DecidedOn: { } decidedOn, Term: var term }, Rulebook.DirectVeto: { } rule }
        && term.To.DayNumber - decidedOn.DayNumber + 1 is var left && left <= rule.LittleLeftDays
            ? left
            : null;
}
