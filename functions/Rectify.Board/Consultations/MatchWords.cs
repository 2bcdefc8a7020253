using System.Diagnostics;
using System.Globalization;
using Rectify.Domain.Messages;
using Rectify.Office.Consultations;
using Rectify.Office.Matching;

namespace Rectify.Board.Consultations;

/// <summary>The words about whom a row of a list means.</summary>
public static class MatchWords
{
    /// <summary>What speaks for a candidate or against.</summary>
    public static Bilingual Of(Sign sign) => sign switch
    {
        Sign.Id => ("编号相符", "the id"),
        Sign.Name => ("姓名相同", "the same name"),
        Sign.NameInOtherScript => ("繁简体不同", "the name in traditional or simplified characters"),
        Sign.NameButForAddition => ("姓名相同，但有一方加注", "the same name but for an addition in brackets"),
        Sign.EndOfName => ("单位名称的后半部分相同", "the name ends so"),
        Sign.Unit => ("单位相符", "the unit"),
        Sign.UnitAtOtherTime => ("单位相符（非现任）", "the unit, not at present"),
        Sign.EndOfUnit => ("单位名称的后半部分相符", "the unit's name ends so"),
        Sign.UnitInSuccession => ("单位已更名或合并", "the unit was renamed or merged"),
        Sign.Post => ("职务相符", "the post"),
        Sign.PostAtOtherTime => ("职务相符（非现任）", "the post, not at present"),
        Sign.EndOfPost => ("职务部分相符", "a part of the post"),
        Sign.OtherUnit => ("单位不符", "another unit"),
        Sign.OtherPost => ("职务不符", "another post"),
        Sign.OtherName => ("姓名与编号不符", "the id has another name"),
        Sign.UnknownId => ("编号不符或不存在", "the id is another one or unknown"),
        Sign.Succeeded => ("该单位已更名或合并", "this unit was renamed or merged"),
        _ => throw new UnreachableException(sign.ToString()),
    };

    /// <summary>A candidate in one line: name, unit, post, since when, and why.</summary>
    public static Bilingual Of(MatchCandidate one)
    {
        var place = string.Join(' ', new[] { one.Unit, one.Post }.OfType<string>());
        var who = place.Length > 0 ? $"{one.Name}，{place}" : one.Name;
        var since = one.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (
            $"{who}{(since is null ? "" : $"（{since} 起）")}：{string.Join("，", one.Why.Select(sign => Of(sign).Chinese))}",
            $"{who}{(since is null ? "" : $" (since {since})")}: {string.Join(", ", one.Why.Select(sign => Of(sign).English))}");
    }

    /// <summary>How the subject of a row was found, or that it was not.</summary>
    public static Bilingual Of(ConsultedRow row) => row.Identification switch
    {
        Identification.ById => ("按编号", "by the id"),
        Identification.OnlyOne => ("唯一对应", "exactly one fits"),
        Identification.Chosen => (
            string.Create(CultureInfo.InvariantCulture, $"由征求单位从 {row.Candidates} 个候选中选定"),
            string.Create(CultureInfo.InvariantCulture, $"chosen by the asker from {row.Candidates}")),
        Identification.NoneChosen => (
            string.Create(CultureInfo.InvariantCulture, $"征求单位认为 {row.Candidates} 个候选都不是"),
            string.Create(CultureInfo.InvariantCulture, $"none of {row.Candidates}, says the asker")),
        Identification.Unknown => ("台账中没有", "nobody in the register"),
        _ => throw new UnreachableException(row.Identification.ToString()),
    };
}
