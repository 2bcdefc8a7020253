using Rectify.Domain.Identity;
using Rectify.Office.Requests;

namespace Rectify.Office.Eligibility;

/// <summary>Which purposes a subject can have (S15).</summary>
public static class PurposeRule
{
    /// <summary>The refusal of a purpose that such a subject cannot have; null when it can.</summary>
    public static Problem? Refuse(Subject subject, Purpose? purpose) => subject is Subject.Unit && purpose is Purpose.Promotion
        ? Problem.Rule("purpose", EligibilityMessages.PurposeOfAPerson)
        : null;
}
