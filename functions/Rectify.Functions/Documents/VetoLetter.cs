using Rectify.Board.Documents;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Letters;

namespace Rectify.Functions.Documents;

/// <summary>一票否决决定书: the unit, ground, legal basis and days of the veto, and whom it bars from what.</summary>
internal static class VetoLetter
{
    /// <summary>The decision; null while there is no veto.</summary>
    public static OfficialLetter? Of(CaseFile file, string office)
    {
        if (file.Veto is not { } veto) return null;

        var opening = file.Opening;
        var number = veto.DocumentNumber ?? (opening is Opening.DirectVeto ? opening.DocumentNumber : null);
        var by = veto.By ?? (opening is Opening.DirectVeto ? new DecidingBody(opening.IssuedBy, opening.IssuerLevel) : null);
        return new OfficialLetter(
            office, number, "一票否决决定书", veto.DecidedOn ?? veto.Term.From, by?.Name ?? opening.IssuedBy, opening.Unit.Name,
            $"{Why(veto, file)}，经研究，决定对你单位予以一票否决。",
            [
                new("事实", [.. LetterLines.Grounds(file), opening.Facts]),
                new(
                    "依据",
                    [
                        $"{string.Join('；', Bases(veto, file))}。",
                        .. by is null ? [] : LetterLines.Decider(file, Rung.Veto, by.Name, by.Level),
                    ]),
                new("期限", $"{Wording.Interval(veto.Term)}。与其他取消资格的期限重叠的日期同时计算，不累加。"),
                new("资格限制", [], LetterLines.Barred(file, Measure.Veto)),
            ],
            file.Rulebook.CopiesOf(Measure.Veto),
            [.. Undecided(veto, number, file), .. LetterLines.Revoked(file, Measure.Veto)]);
    }

    private static string Why(Veto veto, CaseFile file) => veto.Ground == VetoGround.DeadlineMissed
        ? $"你单位因{file.Opening.DocumentNumber}被挂牌督办，整改期限至{Wording.Day(file.Deadline!.Effective)}届满，未达到整改目标"
        : $"你单位{Names.Of(veto.Ground, Language.Chinese)}{EventDay(file.Opening)}";

    private static string EventDay(Opening opening) =>
        opening is Opening.DirectVeto { Entry.EventOn: { } day } ? $"（{Wording.Day(day)}）" : "";

    // A veto without a listing also cites the legal basis given at its opening; a veto after a listing refers to the listing by its number
    // instead.
    private static IEnumerable<string> Bases(Veto veto, CaseFile file) => new[]
    {
        file.Opening is Opening.DirectVeto direct ? direct.LegalBasis : null, veto.LegalBasis, $"《{file.Rulebook.Name}》",
    }.OfType<string>().Distinct();

    private static IReadOnlyList<string> Undecided(Veto veto, string? number, CaseFile file) => (veto.DecidedOn, number) switch
    {
        (null, _) => ["一票否决自整改期限届满之日起生效，待确认；确认时编文号。"],
        (_, null) => ["本决定未编文号。"],
        _ when file.TimelyReport is { SubmittedOn: var day } => [$"整改报告经补录系于{Wording.Day(day)}在整改期限内提交，本决定待复核。"],
        _ => veto.NeedsReview == Review.Needed ? ["作为依据的挂牌督办已撤销，本决定待复核。"] : [],
    };
}
