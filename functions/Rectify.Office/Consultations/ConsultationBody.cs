using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Office.Eligibility;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Office.Consultations;

/// <summary>Body of <c>POST /api/consultations</c>.</summary>
/// <param name="Subjects">Who is asked about.</param>
/// <param name="Purpose">What for.</param>
/// <param name="AskedBy">The body that asks.</param>
/// <param name="On">The day asked about; today unless told.</param>
/// <param name="Rows">The list of names from which the subjects were found; it becomes part of the reply.</param>
/// <param name="ReplyTo">
/// A mail address to which the news about the reply goes: that it was given, and that it no longer holds; null for none.
/// </param>
public sealed record ConsultationBody(
    IReadOnlyList<Subject> Subjects, Purpose Purpose, string AskedBy, DateOnly? On = null, IReadOnlyList<IdentifiedRow>? Rows = null,
    string? ReplyTo = null)
{
    public const int MaxSubjects = 1000;

    /// <summary>Everything that is out of bounds, as one problem.</summary>
    /// <param name="place">Names a subject by its index in the caller's terms, for example <c>subjects[3]</c>.</param>
    /// <param name="today">The local day.</param>
    public Problem? Refuse(Func<int, string> place, DateOnly today) => Problem.Together(
        TextLimits.Refuse(("askedBy", AskedBy, TextLimits.Line)), RefuseSubjects(place), DateLimits.Asked("on", On, today),
        ReplyTo is { } address && !EmailAddressForm.IsOne(address)
            ? Problem.Rule("replyTo", ConsultationMessages.Address.With(address))
            : null);

    private Problem? RefuseSubjects(Func<int, string> place)
    {
        if (Subjects.Count is 0 or > MaxSubjects)
            return Problem.Rule("subjects", ConsultationMessages.SubjectCount.With(MaxSubjects, Subjects.Count));

        var errors = new Dictionary<string, Message>();
        var seen = new HashSet<Subject>();
        foreach (var (index, subject) in Subjects.Index())
        {
            var refusal = IdForm.Refuse(place(index), subject.IdText)?.Detail
                ?? PurposeRule.Refuse(subject, Purpose)?.Detail
                ?? (seen.Add(subject) ? null : ConsultationMessages.NamedTwice.With(subject));
            if (refusal is not null) errors[place(index)] = refusal;
        }

        return errors.Count == 0
            ? null
            : Problem.Of(ProblemKind.RuleBroken, ProblemTitles.RuleBroken,
                ConsultationMessages.Refused.With([.. errors.Select(one => one.Value.At(one.Key))]))
                .About(errors);
    }
}
