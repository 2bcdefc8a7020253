using Rectify.Domain.Identity;
using Rectify.Functions.Eligibility;
using Rectify.Functions.Http;

namespace Rectify.Functions.Consultations;

/// <summary>Body of <c>POST /api/consultations</c>.</summary>
internal sealed record ConsultationBody(IReadOnlyList<Subject> Subjects, Purpose Purpose, string AskedBy, DateOnly? On = null)
{
    public const int MaxSubjects = 1000;

    /// <summary>The first thing that is out of bounds, as a problem.</summary>
    /// <param name="place">How the caller finds a subject by its index, for example <c>subjects[3]</c>.</param>
    public Problem? Refuse(Func<int, string> place)
    {
        if (Texts.Refuse(("askedBy", AskedBy, Texts.Line)) is { } blank) return blank;
        if (Subjects.Count is 0 or > MaxSubjects)
            return Problem.Rule("subject-count", "subjects", $"subjects: 1 to {MaxSubjects}; got {Subjects.Count}.");

        var errors = new Dictionary<string, string[]>();
        var seen = new HashSet<Subject>();
        foreach (var (index, subject) in Subjects.Index())
        {
            var problem = WireId.Refuse(place(index), subject.IdText)
                ?? EligibilityEndpoint.Refuse(subject, Purpose)
                ?? (seen.Add(subject) ? null : Problem.Rule("subject-named-twice", place(index), $"A subject is named once; \"{subject}\" stands twice."));
            if (problem is not null) errors[place(index)] = [problem.Detail];
        }

        return errors.Count == 0
            ? null
            : Problem.Of(422, "subjects-refused", "The request breaks a rule", string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value[0]}"))) with { Errors = errors };
    }
}
