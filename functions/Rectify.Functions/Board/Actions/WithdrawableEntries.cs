using Rectify.Board.Forms;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;

namespace Rectify.Functions.Board.Actions;

/// <summary>The entries of a case that can be taken out as made by error, as choices of a form.</summary>
internal static class WithdrawableEntries
{
    private const string Any = "?";

    public static IReadOnlyList<(Option Option, CaseCommand Probe)> In(ActionContext scene) =>
    [
        .. from command in Commands(scene.File)
           let withdrawn = Withdrawn(command, scene)
           where withdrawn is not null
           select (OptionOf(withdrawn, scene.File), (CaseCommand)command),
    ];

    private static IEnumerable<CaseCommand.WithdrawEntry> Commands(CaseFile file) =>
        Enum.GetValues<WithdrawableEntry>().SelectMany(entry => entry == WithdrawableEntry.SanctionRevocation
            ? file.Sanctions.Where(sanction => sanction.Revocation is not null)
                .Select(sanction => new CaseCommand.WithdrawEntry(entry, Any, Any, SanctionId: sanction.Id))
            : [new CaseCommand.WithdrawEntry(entry, Any, Any)]);

    private static CaseEvent.EntryWithdrawn? Withdrawn(CaseCommand command, ActionContext scene) =>
        Decider.Decide(command, scene.Record.Recorded, scene.Context) is Decision.Accepted(var events)
            ? events.OfType<CaseEvent.EntryWithdrawn>().Single()
            : null;

    private static Option OptionOf(CaseEvent.EntryWithdrawn withdrawn, CaseFile file)
    {
        var entry = Domain.WireName.Of(withdrawn.Entry);
        (string, string)[] members = withdrawn.SanctionId is { } id
            ? [("entry", entry), ("sanctionId", id.Value)]
            : [("entry", entry)];
        return new Option(
            withdrawn.SanctionId?.Value ?? entry,
            (LabelOf(withdrawn, file, Language.Chinese), LabelOf(withdrawn, file, Language.English)), members);
    }

    private static string LabelOf(CaseEvent.EntryWithdrawn withdrawn, CaseFile file, Language language)
    {
        var what = withdrawn.What(language);
        var detail = withdrawn.On is { } day ? Dates.Day(day, language)
            : withdrawn.SanctionId is { } id && file.Find(id) is { } sanction ? CasePageModel.NameOf(sanction.Subject, file)
            : null;
        if (detail is null) return what;
        return language == Language.English ? $"{what} ({detail})" : $"{what}（{detail}）";
    }
}
