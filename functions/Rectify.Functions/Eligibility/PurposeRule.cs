using Rectify.Domain.Identity;
using Rectify.Functions.Http;

namespace Rectify.Functions.Eligibility;

/// <summary>Which purposes a subject can have (S15).</summary>
internal static class PurposeRule
{
    /// <summary>The refusal of a purpose that such a subject cannot have; null when it can.</summary>
    public static Problem? Refuse(Subject subject, Purpose? purpose) => subject is Subject.Unit && purpose is Purpose.Promotion
        ? Problem.Rule("purpose", EligibilityMessages.PurposeOfAPerson)
        : null;
}
