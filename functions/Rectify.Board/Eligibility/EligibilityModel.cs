using Rectify.Domain.Messages;
using Rectify.Domain.Sanctions;

namespace Rectify.Board.Eligibility;

/// <summary>征求意见: the question as it was typed, and the answers.</summary>
/// <param name="Subjects">What was typed: subjects, one a line.</param>
/// <param name="On">The day asked about.</param>
/// <param name="Answers">One for each line; null before a question.</param>
/// <param name="AsOf">When it was answered, UTC.</param>
/// <param name="Ticket">Of the form in which the subjects become a numbered reply.</param>
public sealed record EligibilityModel(string Subjects, DateOnly On, IReadOnlyList<SubjectAnswer>? Answers, DateTimeOffset AsOf,
    string Ticket);

/// <summary>The answer for one line.</summary>
/// <param name="Line">Which line, 1 for the first.</param>
/// <param name="Typed">The subject as it was typed.</param>
/// <param name="Name">The subject's name in the register; null when it is not there.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Until">Last barred day, when barred.</param>
/// <param name="Bases">Every sanction that bars on that day.</param>
public sealed record SubjectAnswer(int Line, string Typed, string? Name, Verdict Verdict, DateOnly? Until, IReadOnlyList<AnswerBasis> Bases)
{
    /// <summary>The case that cannot be read, when there is no answer for that; null otherwise.</summary>
    public string? Unreadable { get; init; }

    /// <summary>What should be known of the answer.</summary>
    public IReadOnlyList<Bilingual> Warnings { get; init; } = [];
}

/// <summary>A sanction that bars, or a proposed veto that would; a day that is not known yet is null.</summary>
public sealed record AnswerBasis(string CaseId, string DocumentNumber, Measure Measure, DateOnly? From, DateOnly? To);

/// <summary>What the answer is.</summary>
public enum Verdict
{
    /// <summary>Nothing bars.</summary>
    Clear,

    /// <summary>Barred.</summary>
    Barred,

    /// <summary>A veto awaits decision.</summary>
    Pending,

    /// <summary>Not in the register: an error, never "clear".</summary>
    Unknown,

    /// <summary>A case that names the subject cannot be read: never "clear".</summary>
    NoAnswer,

    /// <summary>Not written as a subject is.</summary>
    Unreadable,
}
