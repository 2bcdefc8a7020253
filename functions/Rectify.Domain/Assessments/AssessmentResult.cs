namespace Rectify.Domain.Assessments;

/// <summary>年度考核结果.</summary>
public enum AssessmentResult
{
    /// <summary>合格.</summary>
    Passed,

    /// <summary>不合格.</summary>
    Failed,
}
