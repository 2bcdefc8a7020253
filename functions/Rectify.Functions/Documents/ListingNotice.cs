using Rectify.Board.Documents;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Letters;

namespace Rectify.Functions.Documents;

/// <summary>挂牌督办通知书: the problem, the rule, what is required by when, what the listing bars from, and how it ends.</summary>
internal static class ListingNotice
{
    /// <summary>The notice, with later corrections; null for a case that did not begin with a listing.</summary>
    /// <remarks>The period is the original one, since an extension is a separate decision and does not change the notice.</remarks>
    public static OfficialLetter? Of(CaseFile file, string office)
    {
        if (file.Opening is not Opening.Listing(var listed)) return null;

        return new OfficialLetter(
            office, listed.DocumentNumber, "挂牌督办通知书", listed.ListedOn, listed.IssuedBy, listed.Unit.Name,
            $"经研究，决定自{Wording.Day(listed.ListedOn)}起对你单位予以挂牌督办。现将有关事项通知如下：",
            [
                new(
                    "挂牌事由",
                    [
                        $"情形：{Names.Of(listed.Ground, Language.Chinese)}；程度：{Names.Of(listed.Severity, Language.Chinese)}。",
                        .. LetterLines.Grounds(file), listed.Facts,
                    ]),
                .. LetterLines.Shared(listed.SharedBy),
                new(
                    "依据",
                    [
                        $"{listed.LegalBasis}；{file.Rulebook.Listing!.Source}。",
                        .. LetterLines.Decider(file, Rung.Listing, listed.IssuedBy, listed.IssuerLevel),
                    ]),
                new("整改要求", [], listed.Goals),
                LetterLines.PeriodOf(file, listed.Deadline),
                .. file.ListingBars ? [new("资格限制", [], LetterLines.Barred(file, Measure.Listing))] : Array.Empty<LetterSection>(),
                new(
                    "解除程序",
                    $"整改完成后，应当在整改期限内提交整改报告、申请验收。经验收达到整改目标的，解除挂牌督办；{Wording.OnRelease(file)}",
                    Wording.Warning(file)),
            ],
            file.Rulebook.CopiesOf(Measure.Listing),
            LetterLines.Revoked(file, Measure.Listing));
    }
}
