using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Letters;

/// <summary>The sentences of <see cref="SanctionLines"/> in English.</summary>
internal static class EnglishSanctionLines
{
    /// <summary>Which right is lost, and from when to when.</summary>
    public static IReadOnlyList<SubjectLine> Barred(IEnumerable<Sanction> sanctions, CaseFile file) =>
    [
        .. from sanction in sanctions
           where sanction.Barred is not null
           select Line(sanction, Lost(sanction), file)
    ];

    /// <summary>The same, and whether the other measure of the case bars beyond that term (S5).</summary>
    public static IReadOnlyList<SubjectLine> Ending(IEnumerable<Sanction> sanctions, CaseFile file) =>
    [
        .. from sanction in sanctions
           where sanction.Barred is not null
           select Line(sanction, $"{Lost(sanction)}{StillBarred(sanction, sanction.Barred!.Value.To, file)}", file)
    ];

    /// <summary>Which bar was taken back, from when.</summary>
    public static IReadOnlyList<SubjectLine> Revoked(IEnumerable<Sanction> sanctions, CaseFile file) =>
        [.. sanctions.Select(sanction => Line(sanction, $"{Effect(sanction)}{StillBarred(sanction, LastBarred(sanction), file)}", file))];

    private static string Lost(Sanction sanction) =>
        $"{EnglishWording.Of(sanction.Bars)} is lost {EnglishWording.Interval(sanction.Barred!.Value)}.";

    private static string Effect(Sanction sanction) => sanction.Revocation switch
    {
        Revocation.FromDate(var on) =>
            $"from {EnglishWording.Day(on)} the {EnglishWording.Of(sanction.Measure)} no longer takes away "
            + $"{EnglishWording.Of(sanction.Bars)}.",
        _ => $"the loss of {EnglishWording.Of(sanction.Bars)} because of the {EnglishWording.Of(sanction.Measure)} is void from the start.",
    };

    private static DateOnly LastBarred(Sanction sanction) => sanction.Barred?.To ?? sanction.Term.From.AddDays(-1);

    private static string StillBarred(Sanction sanction, DateOnly after, CaseFile file) => string.Concat(
        from other in file.Sanctions
        where other.Subject == sanction.Subject && other.Measure != sanction.Measure && other.Barred?.To > after
        select $" It is also lost because of the {EnglishWording.Of(other.Measure)}, {EnglishWording.Interval(other.Barred!.Value)}; "
            + "that is not affected.");

    private static SubjectLine Line(Sanction sanction, string text, CaseFile file) =>
        new(sanction.Subject, $"{EnglishWording.Name(sanction.Subject, file)}: {text}");
}
