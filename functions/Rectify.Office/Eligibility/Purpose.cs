namespace Rectify.Office.Eligibility;

/// <summary>What a subject is to be given (S15).</summary>
public enum Purpose
{
    /// <summary>评选综合性荣誉称号.</summary>
    Honour,

    /// <summary>评先受奖.</summary>
    Award,

    /// <summary>晋职晋级; of persons only.</summary>
    Promotion,
}
