using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>The messages that say why a veto is not imposed or decided.</summary>
internal static class VetoMessages
{
    public static readonly MessageCode NothingToConfirm = new(
        "nothing-to-confirm",
        "The veto is proposed and not in force: it is imposed or declined; got confirm. (S7)",
        "一票否决尚待决定，应决定“予以否决”或“不予否决”。");

    public static readonly MessageCode<DateOnly, VetoVerdict> InForce = new(
        "veto-in-force",
        "The veto is in force since {0}: it is confirmed, or taken back by a revocation; got {1}. (S7, S10)",
        "一票否决自{0}起生效，只能确认，或者以撤销收回。", englishOnly: [1]);

    public static readonly MessageCode<DateOnly> Decided = new(
        "veto-decided",
        "The veto was decided on {0}, and nothing is left to confirm. (S7)",
        "一票否决已于{0}决定，无需再确认。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly> DecisionOutOfRange = new(
        "date-out-of-range.veto-decision",
        "The decision lies between {0} and today, {1}; got {2}. (S7)",
        "决定日期应在{0}至今天（{1}）之间，填写的是{2}。");

    public static readonly MessageCode<DateOnly, DateOnly, DateOnly, string> NothingLeft = new(
        "nothing-left-of-the-veto",
        "A veto for grave harm counts from the day of the event, {0}, and would have ended on {1}, before the decision of {2}. (S3, {3})",
        "一票否决自事件日期{0}起算，至{1}止，在决定日期{2}之前已经届满。", englishOnly: [3]);

    public static readonly MessageCode<string, VetoGround> NotAllowed = new(
        "direct-veto-not-allowed",
        "The rulebook {0} knows no veto without a listing; got {1}. (S3)",
        "所用规则没有不经挂牌直接否决的规定。", englishOnly: [0, 1]);

    public static readonly MessageCode<string> NobodyProposes = new(
        "veto-proposal-not-known",
        "The rulebook {0} lets nobody propose a veto: the deciding body decides it. (S3)",
        "所用规则没有提请一票否决的规定，由决定机关直接决定。", englishOnly: [0]);

    public static readonly MessageCode NotDirect = new(
        "not-a-direct-veto",
        "A missed deadline leads to the veto in the case of its listing; got deadlineMissed. (S2)",
        "逾期未达标的一票否决在其挂牌案件中作出。");

    public static readonly MessageCode<DateOnly?, VetoGround, string> EventDate = new(
        "event-date",
        "The day of the event is given for graveHarm, from which it counts, and only then; got {0} for {1}. (S3, {2})",
        "因造成特别严重危害的，须填写事件日期，自该日起算；其他情形不填。", englishOnly: [0, 1, 2]);

    public static readonly MessageCode<DateOnly, DateOnly, string, int, DateOnly> DirectDecisionOutOfRange = new(
        "date-out-of-range.direct-veto",
        "A decision lies between {0} and today, {1} (rulebook {2}: {3} days back); got {4}. (S3)",
        "决定日期应在{0}至今天（{1}）之间，填写的是{4}。", englishOnly: [2, 3]);

    public static readonly MessageCode<DateOnly, DateOnly> EventAfterDecision = new(
        "date-out-of-range.event",
        "The event lies on or before the day of the decision, {0}; got {1}. (S3)",
        "事件日期不晚于决定日期{0}，填写的是{1}。");

    public static readonly MessageCode<string> NoVetoForAssessments = new(
        "assessment-veto-not-known",
        "The rulebook {0} knows no veto for failed assessments. (V3)",
        "所用规则没有因考核不合格一票否决的规定。", englishOnly: [0]);

    public static readonly MessageCode<string> NoDirectVetoForAssessments = new(
        "assessment-veto-not-known.direct",
        "The rulebook {0} knows no veto for failed assessments; got twoYearAssessment. (V3)",
        "所用规则没有因考核不合格一票否决的规定，不能以此为由直接否决。", englishOnly: [0]);

    public static readonly MessageCode<UnitId, string> NoTwoFailedYears = new(
        "no-two-failed-years",
        "A veto for failed assessments rests on failed years that stand in the assessment records; got "
        + "twoYearAssessment for \"{0}\", of which no such years stand there. (V3, {1})",
        "考核台账中没有该单位足以一票否决的不合格年度，请先登记考核结果。", englishOnly: [0, 1]);

    public static readonly MessageCode<DateOnly, Bilingual, DateOnly, string> DecidedBeforeYears = new(
        "date-out-of-range.failed-years",
        "A decision lies on or after the day on which the years were failed, {0} ({1}); got {2}. (V3, {3})",
        "决定日期不早于各该年度均被评定不合格之日{0}，填写的是{2}。", englishOnly: [1, 3]);

    public static readonly MessageCode<DateOnly, DateOnly, string, int, DateOnly> AssessmentDecisionOutOfRange = new(
        "date-out-of-range.assessment-veto",
        "A veto for failed assessments counts from a decision between {0} and today, {1} (rulebook {2}: {3} days back); the later "
        + "of the two is of {4}. (S3)",
        "因考核不合格的一票否决，认定日期应在{0}至今天（{1}）之间；两次中较晚的为{4}。", englishOnly: [2, 3]);

    public static readonly MessageCode<CaseId> NoAssessments = new(
        "no-assessments",
        "The case {0} does not rest on assessments. (V3)",
        "本案不是因考核不合格立案的。", englishOnly: [0]);
}
