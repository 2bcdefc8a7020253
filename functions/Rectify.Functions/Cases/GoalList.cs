using Rectify.Functions.Http;

namespace Rectify.Functions.Cases;

/// <summary>整改目标: what the inspection judges.</summary>
internal static class GoalList
{
    private const int Max = 50;

    /// <summary>The problem with a list that is empty or too long, or with the first goal that is out of bounds.</summary>
    public static Problem? Refuse(IReadOnlyList<string> goals) =>
        (goals.Count is >= 1 and <= Max
            ? null
            : Problem.Rule("goals-count", "goals", $"goals: 1 to {Max}, since the inspection judges them; got {goals.Count}. (S8)"))
        ?? goals.Select((goal, index) => Texts.Refuse(($"goals[{index}]", goal, Texts.Page))).FirstOrDefault(problem => problem is not null);
}
