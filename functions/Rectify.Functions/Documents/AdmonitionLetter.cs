using Rectify.Board.Documents;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Letters;

namespace Rectify.Functions.Documents;

/// <summary>
/// 通报、约谈通知书: the letter of a notice or a talk, with the problem, the rule, what is required by when, and what follows otherwise
/// (S16).
/// </summary>
internal static class AdmonitionLetter
{
    /// <summary>The letter, with later corrections; null for a case that began on a higher rung.</summary>
    public static OfficialLetter? Of(CaseFile file, string office)
    {
        if (file.Opening is not Opening.Admonition(var issued)) return null;

        var (name, rule) = (Wording.Of(issued.Rung), file.Rulebook.Ladder!.Of(issued.Rung)!);
        return new OfficialLetter(
            office, issued.DocumentNumber, issued.Rung == Rung.Talk ? "约谈通知书" : "整改通报", issued.IssuedOn, issued.IssuedBy,
            issued.Unit.Name,
            $"经研究，决定于{Wording.Day(issued.IssuedOn)}对你单位予以{name}。现将有关事项通知如下：",
            [
                new(
                    $"{name}事由",
                    [
                        $"情形：{Names.Of(issued.Ground, Language.Chinese)}；程度：{Names.Of(issued.Severity, Language.Chinese)}。",
                        .. LetterLines.Grounds(file), issued.Facts,
                    ]),
                .. LetterLines.Shared(issued.SharedBy),
                new(
                    "依据",
                    [
                        $"{issued.LegalBasis}；{rule.Source}。",
                        .. LetterLines.Decider(file, issued.Rung, issued.IssuedBy, issued.IssuerLevel),
                    ]),
                new("整改要求", [], issued.Goals),
                LetterLines.PeriodOf(file, issued.Deadline),
                new(
                    "验收",
                    $"整改完成后，应当在整改期限内提交整改报告、申请验收。{name}不取消任何资格。",
                    Wording.Warning(file)),
            ],
            file.Rulebook.CopiesOf(Measure.Listing),
            file.RungRevocation is null ? [] : [$"本{name}已撤销。"]);
    }
}
