namespace Rectify.Domain.Rulebooks;

/// <summary>A rulebook file that cannot be used. The message names, line by line, the file, the member, its value and the rule.</summary>
public sealed class RulebookFileException : FormatException
{
    internal RulebookFileException(string file, IReadOnlyList<RulebookProblem> problems)
        : base(string.Join('\n', problems.Select(problem => $"{file}: {problem.Path}: {problem.Sentence}"))) =>
        (File, Problems) = (file, problems);

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>Every problem, at least one.</summary>
    public IReadOnlyList<RulebookProblem> Problems { get; }

    /// <summary>The first member refused, for example <c>reminders.at</c>; <c>$</c> is the file as a whole.</summary>
    public string Member => Problems[0].Path;

    /// <summary>The value found there, as it stands in the file, or <c>missing</c>.</summary>
    public string Value => Problems[0].Value ?? "missing";
}
