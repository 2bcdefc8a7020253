using Rectify.Board.Documents;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Letters;

namespace Rectify.Functions.Documents;

/// <summary>解除挂牌督办通知书: the notice that the unit is released from the listing.</summary>
internal static class ReleaseNotice
{
    /// <summary>The notice; null while the listing is not released.</summary>
    public static OfficialLetter? Of(CaseFile file, string office)
    {
        if (file.Release is not { } release) return null;

        var opening = file.Opening;
        var stays = file.Rulebook.ListingSanction == ListingSanction.FixedTerm;
        return new OfficialLetter(
            office, release.DocumentNumber, "解除挂牌督办通知书", release.On, opening.IssuedBy, opening.Unit.Name,
            $"你单位因{opening.DocumentNumber}被挂牌督办。经{Wording.Day(release.On)}验收，已达到整改目标，决定自该日起解除挂牌督办。",
            [
                new(
                    "资格限制",
                    [stays ? "解除挂牌督办不缩短因挂牌督办取消资格的期限：" : "因挂牌督办取消的资格，自解除的次日起恢复："],
                    LetterLines.Barred(file, Measure.Listing)),
                new("巩固整改", "请继续落实整改措施，防止问题反弹。"),
            ],
            file.Rulebook.CopiesOf(Measure.Listing),
            [.. release.DocumentNumber is null ? ["本案解除时未编文号。"] : Array.Empty<string>(),
                .. LetterLines.Revoked(file, Measure.Listing)]);
    }
}
