using Rectify.Domain.Messages;
using Rectify.Domain.Sanctions;

namespace Rectify.Domain.Cases;

/// <summary>A field of a case before and after a correction.</summary>
/// <param name="Field">Which field.</param>
/// <param name="From">What it said, in words; empty when it said nothing.</param>
/// <param name="To">What it says.</param>
public sealed record OpeningChange(CorrectedField Field, Bilingual From, Bilingual To)
{
    /// <summary>The fields in which two states of a case differ because of a correction, in the order of the document.</summary>
    public static IReadOnlyList<OpeningChange> Between(CaseFile before, CaseFile after)
    {
        var (was, now) = (before.Opening, after.Opening);
        return
        [
            .. Text(CorrectedField.DocumentNumber, was.DocumentNumber, now.DocumentNumber),
            .. Text(CorrectedField.Unit, was.Unit.Name, now.Unit.Name),
            .. Text(CorrectedField.Facts, was.Facts, now.Facts),
            .. Term(CorrectedField.Ground, WordsOf(was.Ground), WordsOf(now.Ground)),
            .. Term(CorrectedField.Grounds, GroundsOf(was), GroundsOf(now)),
            .. Term(CorrectedField.Severity, WordsOf(was.Severity), WordsOf(now.Severity)),
            .. Text(CorrectedField.Goals, string.Join("；", was.Goals), string.Join("；", now.Goals)),
            .. Term(CorrectedField.BeganOn, DayOf(was.BeganOn), DayOf(now.BeganOn)),
            .. Term(CorrectedField.ReceivedOn, DayOf(was.ReceivedOn), DayOf(now.ReceivedOn)),
            .. Term(CorrectedField.EventOn, DayOf(was.EventOn), DayOf(now.EventOn)),
            .. Term(CorrectedField.Period, was.Period?.Words, now.Period?.Words),
            .. Term(CorrectedField.Deadline, DayOf(before.Deadline?.Effective), DayOf(after.Deadline?.Effective)),
            .. Term(CorrectedField.ReportDueOn, DayOf(was.ReportDueOn), DayOf(now.ReportDueOn)),
            .. Text(CorrectedField.LegalBasis, was.LegalBasis, now.LegalBasis),
            .. Text(CorrectedField.IssuedBy, was.IssuedBy, now.IssuedBy),
            .. Text(CorrectedField.ProposedBy, ProposedBy(was), ProposedBy(now)),
            .. Text(CorrectedField.PreviousCase, was.PreviousCaseId?.Value, now.PreviousCaseId?.Value),
            .. Persons(CorrectedField.Officials, was.Leaders, now.Leaders),
            .. before.HasTwoMeasures || after.HasTwoMeasures
                ? Persons(CorrectedField.OfficialsOfVeto, before.LeadersOf(Measure.Veto), after.LeadersOf(Measure.Veto))
                : [],
        ];
    }

    private static IEnumerable<OpeningChange> Text(CorrectedField field, string? from, string? to) =>
        from == to ? [] : [new OpeningChange(field, (from ?? "", from ?? ""), (to ?? "", to ?? ""))];

    private static IEnumerable<OpeningChange> Term(CorrectedField field, Bilingual? from, Bilingual? to) =>
        from == to ? [] : [new OpeningChange(field, from ?? ("", ""), to ?? ("", ""))];

    // A person whose post or role alone was corrected counts as changed; the order of the list does not.
    private static IEnumerable<OpeningChange> Persons(
        CorrectedField field, IReadOnlyList<ListedLeader> from, IReadOnlyList<ListedLeader> to) =>
        from.ToHashSet().SetEquals(to) ? [] : [new OpeningChange(field, NamesOf(from), NamesOf(to))];

    private static Bilingual NamesOf(IReadOnlyList<ListedLeader> leaders) => (
        string.Join("、", leaders.Select(leader => $"{leader.Name}（{leader.Post}，{Names.Of(leader.Role, Language.Chinese)}）")),
        string.Join(", ", leaders.Select(leader => $"{leader.Name} ({leader.Post}, {Names.Of(leader.Role, Language.English)})")));

    private static Bilingual? GroundsOf(Opening opening) => opening.Grounds.Count == 0 ? null : new Bilingual(
        string.Join("；", opening.Grounds.Select(ground => ground.Chinese)),
        string.Join("; ", opening.Grounds.Select(ground => ground.English)));

    private static Bilingual? WordsOf(Enum? value) => value is null ? null : Names.WordsOf(value);

    private static Bilingual? DayOf(DateOnly? day) =>
        day is { } on ? new Bilingual(Dates.Day(on, Language.Chinese), Dates.Day(on, Language.English)) : null;

    private static string? ProposedBy(Opening opening) => (opening as Opening.DirectVeto)?.Entry.ProposedBy;
}

/// <summary>A field of a case that a correction can change.</summary>
public enum CorrectedField
{
    /// <summary>文号.</summary>
    [Words("文号", "document number")]
    DocumentNumber,

    /// <summary>单位.</summary>
    [Words("单位", "unit")]
    Unit,

    /// <summary>事实.</summary>
    [Words("主要问题", "facts")]
    Facts,

    /// <summary>情形.</summary>
    [Words("情形", "ground")]
    Ground,

    /// <summary>规则所列的情形.</summary>
    [Words("规则所列的情形", "grounds of the rulebook")]
    Grounds,

    /// <summary>程度.</summary>
    [Words("程度", "severity")]
    Severity,

    /// <summary>整改目标.</summary>
    [Words("整改目标", "goals")]
    Goals,

    /// <summary>The day of the measure.</summary>
    [Words("措施日期", "day of the measure")]
    BeganOn,

    /// <summary>收文日期.</summary>
    [Words("收文日期", "day of receipt")]
    ReceivedOn,

    /// <summary>事发日期.</summary>
    [Words("事发日期", "day of the event")]
    EventOn,

    /// <summary>整改时限.</summary>
    [Words("整改时限", "period")]
    Period,

    /// <summary>整改期限.</summary>
    [Words("整改期限", "deadline")]
    Deadline,

    /// <summary>报告期限.</summary>
    [Words("报送整改报告的日期", "day of the report")]
    ReportDueOn,

    /// <summary>依据.</summary>
    [Words("依据", "legal basis")]
    LegalBasis,

    /// <summary>签发机关.</summary>
    [Words("签发机关", "issued by")]
    IssuedBy,

    /// <summary>提请机关.</summary>
    [Words("提请机关", "proposed by")]
    ProposedBy,

    /// <summary>此前的案件.</summary>
    [Words("此前的案件", "earlier case")]
    PreviousCase,

    /// <summary>被列明的人员.</summary>
    [Words("列明的领导干部", "leaders named")]
    Officials,

    /// <summary>一票否决的人员.</summary>
    [Words("一票否决的人员", "leaders named by the veto")]
    OfficialsOfVeto,
}
