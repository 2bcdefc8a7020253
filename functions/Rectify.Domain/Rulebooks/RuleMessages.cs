using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>The messages with which the constructors of the rules refuse a value.</summary>
internal static class RuleMessages
{
    public static readonly MessageCode<string, int, int, int> Range = new(
        "rulebook-refused.range", "{0} is {1} to {2}; got {3}.", "应在 {1} 至 {2} 之间，现为 {3}。", englishOnly: [0]);

    public static readonly MessageCode<string, string> FixedDay = new(
        "rulebook-refused.fixed-day", "{0} is months, days or workingDays; got the day {1}.",
        "应写作 months、days 或者 workingDays，不能是固定日期；现为{1}。", englishOnly: [0]);

    public static readonly MessageCode<string> FixedDayOfRung = new(
        "rulebook-refused.fixed-day-of-rung",
        "The period of a rung is months, days or workingDays; got the day {0}. (S16)",
        "梯级的期限写作 months、days 或者 workingDays，不能是固定日期；现为 {0}。");

    public static readonly MessageCode<string, string> SkipTo = new(
        "rulebook-refused.skip-to",
        "A severity leads to a rung above the notice that is used; got {0} for {1}. (S16)",
        "严重程度可以直接进入的梯级应高于通报，并且为本规则库所用；现 {1} 进入 {0}。");

    public static readonly MessageCode<string> SkipTwice = new(
        "rulebook-refused.skip-twice", "A severity stands once; got {0} twice. (S16)", "同一严重程度只能列出一次；现 {0} 列出两次。");

    public static readonly MessageCode<string, string> TwoUnits = new(
        "rulebook-refused.two-units", "One of {0} and {1} is null; got both.", "{0} 和 {1} 只能写一项，另一项写 null。");

    public static readonly MessageCode VetoWithoutLength = new(
        "rulebook-refused.veto-length", "A veto bars for sanctionMonths or sanction; got neither. (S2)",
        "一票否决应写明限制期限：sanctionMonths 或者 sanction，现均未写。");

    public static readonly MessageCode ExtensionLength = new(
        "rulebook-refused.extension-length", "An extension has one of maxMonths and longest; got both or neither. (S11)",
        "延长期限的最长时间写 maxMonths 或者 longest，并且只写一项。");

    public static readonly MessageCode NoMeasure = new(
        "rulebook-refused.no-measure", "A rulebook knows one measure at least: a listing, a notice, a talk or a direct veto; got none.",
        "规则库至少应有一项措施：挂牌督办、通报、约谈或者直接一票否决，现均未设。");

    public static readonly MessageCode NoVeto = new(
        "rulebook-refused.no-veto", "A rulebook with directVeto or assessmentVeto says how long a veto bars; got no veto.",
        "设有 directVeto 或者 assessmentVeto 的，应写明一票否决的限制期限（veto），现未写。");

    public static readonly MessageCode ListingLeadsNowhere = new(
        "rulebook-refused.listing-leads-nowhere", "Without a veto a missed listing ends in criticism or decision; got nextRung. (S7)",
        "不设一票否决的，挂牌督办逾期应以 criticism 或者 decision 结束（listing.missed），现为 nextRung。");

    public static readonly MessageCode LadderLeadsNowhere = new(
        "rulebook-refused.ladder-leads-nowhere",
        "Without a listing the highest rung ends in criticism or decision when it is missed; got nextRung. (S16)",
        "不设挂牌督办的，最高的梯级逾期应以 criticism 或者 decision 结束（missed），现为 nextRung。");

    public static readonly MessageCode<Rung> SkipToNone = new(
        "rulebook-refused.skip-to-none", "A severity leads to a measure of the rulebook; got {0}. (S16)",
        "严重程度可以直接进入的措施应为本规则库所设，现为{0}。");

    public static readonly MessageCode<UnitKind> KindTwice = new(
        "rulebook-refused.kind-twice", "A kind of unit stands once; got {0} twice. (S20)", "同一单位类别只能列出一次；现{0}列出两次。");

    public static readonly MessageCode<Rung, UnitKind> KindWithoutMeasure = new(
        "rulebook-refused.kind-without-measure", "The highest measure for a kind of unit is one of the rulebook; got {0} for {1}. (S20)",
        "单位类别的最高措施应为本规则库所设；现{1}为{0}。");

    public static readonly MessageCode LettersWithoutRule = new(
        "rulebook-refused.letters-without-rule", "A missed measure that is answered with urgingLetter has a rule (urging); got none. (S7)",
        "逾期后发督办函（urgingLetter）的，应写明 urging，现未写。");

    public static readonly MessageCode RuleWithoutLetters = new(
        "rulebook-refused.rule-without-letters", "urging stands where missed is urgingLetter. (S7)",
        "只有 missed 为 urgingLetter 时才写 urging。");

    public static readonly MessageCode LettersAfterLetters = new(
        "rulebook-refused.letters-after-letters",
        "After the last letter follows nextRung, criticism or decision; got urgingLetter. (S7)",
        "最后一次督办函之后应为 nextRung、criticism 或者 decision，现为 urgingLetter。");

    public static readonly MessageCode<string> DutyCode = new(
        "rulebook-refused.duty-code", "A code is a letter a-z and then up to 31 letters and digits; got \"{0}\". (S19)",
        "代码以小写字母开头，其后为字母或者数字，共不超过 32 个；现为“{0}”。");

    public static readonly MessageCode<string> DutyTwice = new(
        "rulebook-refused.duty-twice",
        "Each duty of the year has a code of its own, and responsibilityLetter, dutyReport and assessment are taken; got {0} twice. (S19)",
        "年度责任的代码不得重复，responsibilityLetter、dutyReport、assessment 已有所指；现 {0} 重复。");

    public static readonly MessageCode<string> GradeTwice = new(
        "rulebook-refused.grade-twice", "A grade of the assessment stands once; got {0} twice. (V3)",
        "考核等次的代码不得重复；现 {0} 重复。");

    public static readonly MessageCode<int, string> GroundCode = new(
        "rulebook-refused.ground-code", "A code of a ground is 1 to {0} letters, digits, full stops and hyphens; got \"{1}\".",
        "情形代码由 1 至 {0} 个字母、数字、点和连字符组成，现为“{1}”。");

    public static readonly MessageCode<string> GroundTwice = new(
        "rulebook-refused.ground-twice", "A code of a ground stands once; got {0} twice.", "情形代码只能列出一次；现 {0} 列出两次。");

    public static readonly MessageCode<string, Rung> GroundWithoutMeasure = new(
        "rulebook-refused.ground-without-measure", "A ground leads to measures of the rulebook; got {1} for {0}.",
        "情形所列的措施应为本规则库所设；现 {0} 列有{1}。");

    public static readonly MessageCode<Rung> DeciderTwice = new(
        "rulebook-refused.decider-twice", "Who decides a measure stands once; got {0} twice. (S7)",
        "同一措施的决定机关只能列出一次；现{0}列出两次。");

    public static readonly MessageCode<Rung> DeciderWithoutMeasure = new(
        "rulebook-refused.decider-without-measure", "Who decides is said of measures of the rulebook; got {0}. (S7)",
        "决定机关所列的措施应为本规则库所设；现为{0}。");

    public static readonly MessageCode<Rung> ProposerWithoutProposal = new(
        "rulebook-refused.proposer-without-proposal",
        "proposedFrom stands with the veto, where directVeto has proposalSource; got {0}. (S3)",
        "proposedFrom 只写于一票否决，并且 directVeto 应有 proposalSource；现为{0}。");

    public static readonly MessageCode CountsNothing = new(
        "rulebook-refused.counts-nothing", "A trigger counts something, and each kind once.", "计次应列明所计事项，每项一次。");

    public static readonly MessageCode CountedOneWay = new(
        "rulebook-refused.counted-one-way", "A trigger has exactly one of inAYear, inARow and inAll.",
        "计次方式写 inAYear、inARow 或者 inAll，并且只写一项。");

    public static readonly MessageCode OneAssessmentAYear = new(
        "rulebook-refused.one-assessment-a-year", "A year has one assessment: it is counted inARow or inAll.",
        "年度考核每年一次，应以 inARow 或者 inAll 计次。");

    public static readonly MessageCode SpanWithoutAll = new(
        "rulebook-refused.span-without-all", "withinYears stands beside inAll.", "只有 inAll 可以写 withinYears。");

    public static readonly MessageCode<Counted> CountsUnknown = new(
        "rulebook-refused.counts-unknown", "A trigger counts measures of the rulebook; got {0}.", "所计的措施应为本规则库所设；现为{0}。");

    public static readonly MessageCode<Rung> ProposesUnknown = new(
        "rulebook-refused.proposes-unknown",
        "A trigger proposes a measure that the rulebook lets an office open: a veto has directVeto; got {0}.",
        "计次提出的措施应为本规则库所设并且可以直接立案，一票否决应设 directVeto；现为{0}。");

    public static readonly MessageCode<string> GroundLeadsNowhere = new(
        "rulebook-refused.ground-leads-nowhere", "A ground leads to a measure at least, or leadsTo is left out; got an empty list for {0}.",
        "情形应至少列一项措施，或者不写 leadsTo；现 {0} 为空。");

    public static readonly MessageCode<string> Unfit = new(
        "rulebook-refused.unfit", "{0}", "该值不符合规则库对此成员的要求。", englishOnly: [0]);
}
