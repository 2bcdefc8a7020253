using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Rulebooks;

/// <summary>An edition on the wire, with what the office did with it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its title.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Status">What it is on the day asked.</param>
/// <param name="InForce">The periods in which it counts, past and future.</param>
/// <param name="Hash">The fingerprint of what it says, as cases show it; null when this version cannot read it.</param>
/// <param name="TextHash">SHA-256 of the text.</param>
/// <param name="Loaded">Who loaded it and when; null for one that comes with the program.</param>
/// <param name="Retired">Who retired it, when and why; null while nobody did.</param>
/// <param name="ReplacedBy">The edition of the program that takes its place; null when there is none.</param>
/// <param name="Rulebook">What it says; null when this version cannot read it.</param>
public sealed record RulebookEditionView(
    string Id, string Name, RulebookOrigin Origin, RulebookStatus Status, IReadOnlyList<RulebookPeriodView> InForce, string? Hash,
    string TextHash, RulebookActView? Loaded, RulebookActView? Retired, string? ReplacedBy, Rulebook? Rulebook)
{
    /// <summary>An edition as of a day.</summary>
    public static RulebookEditionView Of(RulebookEdition edition, OfficeRulebooks rulebooks, DateOnly today) => new(
        edition.Id, edition.Name, edition.Origin, StatusOf(edition, rulebooks, today),
        [.. rulebooks.PeriodsOf(edition.Id).Select(RulebookPeriodView.Of)], edition.Hash, edition.TextHash,
        RulebookActView.Of(edition.Loaded), RulebookActView.Of(edition.Retired), edition.ReplacedBy, edition.Rulebook);

    /// <summary>What an edition is on a day.</summary>
    public static RulebookStatus StatusOf(RulebookEdition edition, OfficeRulebooks rulebooks, DateOnly today) =>
        rulebooks.InForceOn(today) == edition ? RulebookStatus.InForce
        : !edition.IsOpen ? RulebookStatus.Retired
        : edition.Origin == RulebookOrigin.Office ? RulebookStatus.Loaded
        : RulebookStatus.Template;
}

/// <summary>What an edition is on a day.</summary>
public enum RulebookStatus
{
    /// <summary>It is the one in force.</summary>
    [Words("施行中", "in force")]
    InForce,

    /// <summary>The office loaded it; it is not in force on that day.</summary>
    [Words("已载入", "loaded")]
    Loaded,

    /// <summary>It comes with the program and is not in force.</summary>
    [Words("模板", "template")]
    Template,

    /// <summary>The office retired it, or the program replaced it.</summary>
    [Words("已停用", "retired")]
    Retired,
}

/// <summary>A period in which an edition counts, on the wire; without a decision for the edition that counts without one.</summary>
public sealed record RulebookPeriodView(DateOnly Since, DateOnly? Until, RulebookActView? Decision)
{
    public static RulebookPeriodView Of(RulebookPeriod period) => new(period.From, period.To, RulebookActView.Of(period.Decision));
}

/// <summary>Who did something with an edition, when, and why where a reason was given.</summary>
public sealed record RulebookActView(string By, DateTimeOffset At, string? Reason)
{
    public static RulebookActView? Of(RulebookEntry? entry) => entry is null ? null : new(entry.Actor, entry.At, entry.Act switch
    {
        RulebookAct.PutInForce put => put.Reason,
        RulebookAct.Retire retire => retire.Reason,
        _ => null,
    });
}
