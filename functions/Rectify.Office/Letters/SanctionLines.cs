using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Letters;

/// <summary>What sanctions mean for each subject, one sentence each.</summary>
internal static class SanctionLines
{
    /// <summary>Which right is lost, and from when to when.</summary>
    public static IReadOnlyList<SubjectLine> Barred(IEnumerable<Sanction> sanctions, CaseFile file) =>
    [
        .. from sanction in sanctions
           where sanction.Barred is not null
           select Line(sanction, $"{Wording.Interval(sanction.Barred!.Value)}，取消{Wording.Of(sanction.Bars)}。", file)
    ];

    /// <summary>
    /// The same, and whether the other measure of the case bars beyond that term, so that an end is not read as a clearance (S5).
    /// </summary>
    public static IReadOnlyList<SubjectLine> Ending(IEnumerable<Sanction> sanctions, CaseFile file) =>
    [
        .. from sanction in sanctions
           where sanction.Barred is not null
           let barred = sanction.Barred!.Value
           select Line(
               sanction,
               $"{Wording.Interval(barred)}，取消{Wording.Of(sanction.Bars)}。{StillBarred(sanction, barred.To, file)}",
               file)
    ];

    /// <summary>Which bar was taken back, from when.</summary>
    public static IReadOnlyList<SubjectLine> Revoked(IEnumerable<Sanction> sanctions, CaseFile file) =>
        [.. sanctions.Select(sanction => Line(sanction, $"{Effect(sanction)}{StillBarred(sanction, LastBarred(sanction), file)}", file))];

    private static string Effect(Sanction sanction) => sanction.Revocation switch
    {
        Revocation.FromDate(var on) => $"自{Wording.Day(on)}起，不再因{Wording.Of(sanction.Measure)}取消{Wording.Of(sanction.Bars)}。",
        _ => $"因{Wording.Of(sanction.Measure)}取消{Wording.Of(sanction.Bars)}的措施自始无效。",
    };

    private static DateOnly LastBarred(Sanction sanction) => sanction.Barred?.To ?? sanction.Term.From.AddDays(-1);

    private static string StillBarred(Sanction sanction, DateOnly after, CaseFile file) => string.Concat(
        from other in file.Sanctions
        where other.Subject == sanction.Subject && other.Measure != sanction.Measure && other.Barred?.To > after
        select $"另因{Wording.Of(other.Measure)}，{Wording.Interval(other.Barred!.Value)}取消该项资格，不受影响。");

    private static SubjectLine Line(Sanction sanction, string text, CaseFile file) =>
        new(sanction.Subject, $"{Wording.Name(sanction.Subject, file)}：{text}");
}
