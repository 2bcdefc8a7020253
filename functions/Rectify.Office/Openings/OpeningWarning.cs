using System.Diagnostics;
using Rectify.Domain;
using Rectify.Domain.Assessments;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Openings;

/// <summary>A warning before a case is opened: what an officer should know although no rule is broken.</summary>
public abstract record OpeningWarning
{
    private OpeningWarning()
    {
    }

    /// <summary>The text in answers of the API, which are in English.</summary>
    public string Text => Words.English;

    /// <summary>In both languages.</summary>
    public Bilingual Words => this switch
    {
        Dissolved(var unitId, var successor, var name) => (
            $"单位 {unitId} 已由 {successor}（{name}）承继：新的措施一般应对承继单位作出。",
            $"unitId: the place of {unitId} was taken by {successor} ({name}); a new measure is as a rule one against the successor. (S6)"),
        SameDay(var caseId, var number, var rung) => (
            $"对同一单位，同日已有{Names.Of(rung, Language.Chinese)} {number}（案件 {caseId}）：请核对是否重复登记。",
            $"The unit has a case of the same kind ({WireName.Of(rung)}) and the same day already: {number}, case {caseId}. "
            + "Is it entered twice?"),
        StillOpen(var caseId, var number, var rung, var status) => (
            $"对同一单位的{Names.Of(rung, Language.Chinese)} {number}（案件 {caseId}）尚未办结：{Names.Of(status, Language.Chinese)}。",
            $"The unit has a case of the same kind ({WireName.Of(rung)}) that is not closed: "
            + $"{number}, case {caseId}, {WireName.Of(status)}."),
        NoAddress(var id, var name) => (
            $"{name}（{id}）没有邮箱，不会收到邮件：请另行告知。",
            $"officials: {name} ({id}) has no address and gets no mail; tell this person otherwise."),
        NotInOffice(var id, var name, var day) => (
            $"{name}（{id}）{day:yyyy-MM-dd}在该单位没有任职，仍按列明处理：请核对。",
            $"officials: {name} ({id}) held no post in the unit on {day:yyyy-MM-dd} and is named all the same. (S6)"),
        NotNamed(var holder, var day) => (
            $"{holder.Name}（{holder.Post}，{Names.Of(holder.Role, Language.Chinese)}，自{holder.Since:yyyy-MM-dd}起）"
            + $"{day:yyyy-MM-dd}在任而未列明，不受限制：请核对。",
            $"officials: {holder.Name} ({holder.OfficialId}, {holder.Post}, {WireName.Of(holder.Role)} since {holder.Since:yyyy-MM-dd}) "
            + $"was in office on {day:yyyy-MM-dd} and is not named, so not barred. (S6)"),
        CountReached(var reached) => reached.Words,
        _ => throw new UnreachableException(GetType().Name),
    };

    /// <summary>With this measure so many are reached that the rulebook asks for something more.</summary>
    public sealed record CountReached(ReachedCount Reached) : OpeningWarning;

    /// <summary>Another unit took the place of this one.</summary>
    public sealed record Dissolved(UnitId UnitId, UnitId Successor, string Name) : OpeningWarning;

    /// <summary>Nothing can be mailed to a leader who is named.</summary>
    public sealed record NoAddress(OfficialId OfficialId, string Name) : OpeningWarning;

    /// <summary>A leader who is named held no post in the unit on the day of the measure.</summary>
    public sealed record NotInOffice(OfficialId OfficialId, string Name, DateOnly Day) : OpeningWarning;

    /// <summary>Somebody in a sanctioned role on the day of the measure is not named.</summary>
    public sealed record NotNamed(OfficeHolder Holder, DateOnly Day) : OpeningWarning;

    /// <summary>There is a case of the same kind and day.</summary>
    public sealed record SameDay(CaseId CaseId, string DocumentNumber, Rung Rung) : OpeningWarning;

    /// <summary>A case of the same kind is not closed.</summary>
    public sealed record StillOpen(CaseId CaseId, string DocumentNumber, Rung Rung, CaseStatus Status) : OpeningWarning;
}
