using System.Globalization;
using Rectify.Office.Requests;

namespace Rectify.Office.Cases;

/// <summary>Why a command on a case, or an opening, is refused by what others have recorded.</summary>
public static class CaseProblems
{
    /// <summary>Another case has the document number.</summary>
    public static Problem NumberTaken(string taken) =>
        Problem.Of(ProblemKind.Conflict, ProblemTitles.NumberTaken, CaseRequestMessages.NumberTaken.With(taken).At("documentNumber"))
            .About("documentNumber", CaseRequestMessages.NumberElsewhere.With(taken));

    /// <summary>The case has changed since the caller has seen it. Versions are told as entity tags.</summary>
    public static Problem Changed(int version, int expected) => Problem.Of(
        ProblemKind.ConditionFailed, ProblemTitles.CaseChanged,
        CaseRequestMessages.Stale.With(TagOf(version), TagOf(expected)).At("If-Match"));

    /// <summary>The entity tag of a version.</summary>
    public static string TagOf(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";
}
