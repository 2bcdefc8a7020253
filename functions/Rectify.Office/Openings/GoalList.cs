using Rectify.Office.Cases;
using Rectify.Office.Requests;

namespace Rectify.Office.Openings;

/// <summary>Checks the goals (整改目标) of a request, which the inspection judges later.</summary>
internal static class GoalList
{
    private const int Max = 50;

    /// <summary>The problem with a list that is empty or too long, or with every goal that is out of bounds.</summary>
    public static Problem? Refuse(IReadOnlyList<string> goals) =>
        goals.Count is >= 1 and <= Max
            ? TextLimits.Refuse(goals.Select((goal, index) => ($"goals[{index}]", (string?)goal, TextLimits.Page)))
            : Problem.Rule("goals", CaseRequestMessages.GoalsCount.With(Max, goals.Count));
}
