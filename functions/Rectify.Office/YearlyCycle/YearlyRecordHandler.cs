using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Records;
using Rectify.Office.Requests;

namespace Rectify.Office.YearlyCycle;

/// <summary>Records entries about a year or an official in the yearly books; a correction is a later entry.</summary>
public sealed class YearlyRecordHandler(IYearlyRecordStore yearlyRecordStore, TimeProvider clock)
{
    /// <summary>
    /// Records an entry; nothing is recorded when it says the same as the latest one. A content of null takes the item back.
    /// </summary>
    public async Task<Outcome<YearlyChange>> EnterAsync(
        YearlyRecordKind name, Subject subject, string item, YearlyContent? content, string? reason, string actor,
        CancellationToken cancellation)
    {
        while (true)
        {
            var entries = await yearlyRecordStore.EntriesOfAsync(name, subject, cancellation);
            var before = entries.LastOrDefault(entry => entry.Item == item);
            if (Refuse(name, subject, item, before, content, reason) is { } refusal) return refusal;
            if (before is not null && Text(before.Content) == Text(content)) return YearlyChange.Nothing;

            var entry = new YearlyEntry(name, subject, entries.Count + 1, item, content, reason, actor, clock.GetUtcNow());
            if (await yearlyRecordStore.TryAddAsync(entry, cancellation)) return before is null ? YearlyChange.New : YearlyChange.Corrected;
        }
    }

    /// <summary>The first rule that an entry would break now; null when none.</summary>
    public async Task<Problem?> RefuseAsync(
        YearlyRecordKind name, Subject subject, string item, YearlyContent? content, string? reason, CancellationToken cancellation) =>
        Refuse(name, subject, item,
            (await yearlyRecordStore.EntriesOfAsync(name, subject, cancellation)).LastOrDefault(entry => entry.Item == item), content,
            reason);

    /// <summary>The refusal of an item that a book does not hold.</summary>
    public static MessageCode<string> Missing(YearlyRecordKind name) => name switch
    {
        YearlyRecordKind.Letters => YearlyMessages.NoLetter,
        YearlyRecordKind.Reports => YearlyMessages.NoReport,
        YearlyRecordKind.Visits => YearlyMessages.NoVisit,
        YearlyRecordKind.Duties => YearlyMessages.NoDuty,
        YearlyRecordKind.Commendations => YearlyMessages.NoCommendation,
        _ => YearlyMessages.NoPost,
    };

    /// <summary>The content as the text in which it is stored. Contents are compared by it, so that equal lists count as equal.</summary>
    public static string Text(YearlyContent? content) => DomainJson.Text(content);

    // An entry that says the same as the latest one needs no reason, because it is not recorded.
    private static Problem? Refuse(YearlyRecordKind name, Subject subject, string item, YearlyEntry? before, YearlyContent? content,
        string? reason)
    {
        if (TextLimits.Refuse(("reason", reason, TextLimits.Page)) is { } refusal) return refusal;
        if (before is null && content is null) return Problem.NotFound(Missing(name), $"{subject.IdText}/{item}");
        if (before is null && reason is not null)
            return Problem.Rule("reason", YearlyMessages.NothingToCorrect.With(item));
        return before is not null && reason is null && Text(before.Content) != Text(content)
            ? Problem.Rule("reason", YearlyMessages.ReasonNeeded.With(item, DateOnly.FromDateTime(before.At.DateTime), before.Actor))
            : null;
    }
}

/// <summary>What an entry did.</summary>
public enum YearlyChange
{
    /// <summary>It said the same as the latest entry and was not recorded.</summary>
    Nothing,

    /// <summary>It was the first entry of its item.</summary>
    New,

    /// <summary>It corrected the latest entry or took it back.</summary>
    Corrected,
}
