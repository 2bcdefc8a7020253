using Rectify.Domain.Identity;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Sanctions;

/// <summary>What a barred subject loses.</summary>
public enum Bars
{
    /// <summary>评选综合性荣誉称号资格: a unit's eligibility for comprehensive honours.</summary>
    [Words("评选综合性荣誉称号资格", "honour eligibility")]
    Honour,

    /// <summary>评先受奖、晋职晋级资格: a person's eligibility for awards and promotion.</summary>
    [Words("评先受奖、晋职晋级资格", "award and promotion eligibility")]
    AwardAndPromotion,
}

/// <summary>Tells what a subject can lose.</summary>
public static class BarsExtensions
{
    extension(Bars)
    {
        /// <summary>A unit loses honours, a person awards and promotion (S1).</summary>
        public static Bars Of(Subject subject) => subject is Subject.Unit ? Bars.Honour : Bars.AwardAndPromotion;
    }
}
