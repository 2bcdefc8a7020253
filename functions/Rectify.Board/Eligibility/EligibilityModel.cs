using Rectify.Domain.Messages;
using Rectify.Domain.Sanctions;

namespace Rectify.Board.Eligibility;

/// <summary>征求意见: the question as it was typed, and the answers.</summary>
/// <param name="Subjects">The subjects as they were typed, one on each line.</param>
/// <param name="On">The day asked about.</param>
/// <param name="Answers">The answers, one for each line; null before a question.</param>
/// <param name="AsOf">When it was answered, UTC.</param>
/// <param name="Ticket">The ticket (see FormModel) of the form that asks for a numbered reply about these subjects.</param>
public sealed record EligibilityModel(string Subjects, DateOnly On, IReadOnlyList<SubjectAnswer>? Answers, DateTimeOffset AsOf,
    string Ticket);

/// <summary>The answer for one line.</summary>
/// <param name="Line">The number of the line, from 1.</param>
/// <param name="Typed">What was typed, or by what the subject is known when it was found by its name.</param>
/// <param name="Name">The subject's name in the register; null when the subject is not registered.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Until">The last barred day; null unless barred, or while it is not known.</param>
/// <param name="Bases">Every sanction that bars on that day.</param>
public sealed record SubjectAnswer(int Line, string Typed, string? Name, Verdict Verdict, DateOnly? Until, IReadOnlyList<AnswerBasis> Bases)
{
    /// <summary>The id of a case that cannot be read, when there is no answer because of it; null otherwise.</summary>
    public string? Unreadable { get; init; }

    /// <summary>Warnings about the answer.</summary>
    public IReadOnlyList<Bilingual> Warnings { get; init; } = [];
}

/// <summary>A sanction that bars, or a proposed veto that would bar. A day that is not known yet is null.</summary>
public sealed record AnswerBasis(string CaseId, string DocumentNumber, Measure Measure, DateOnly? From, DateOnly? To);

/// <summary>The kinds of answers.</summary>
public enum Verdict
{
    /// <summary>Nothing bars the subject.</summary>
    Clear,

    /// <summary>The subject is barred.</summary>
    Barred,

    /// <summary>A veto awaits decision.</summary>
    Pending,

    /// <summary>The subject is not in the register: an error, never "clear".</summary>
    Unknown,

    /// <summary>A case that names the subject cannot be read: never "clear".</summary>
    NoAnswer,

    /// <summary>The line may mean several, or something in it speaks against the one: never "clear".</summary>
    ToChoose,
}
