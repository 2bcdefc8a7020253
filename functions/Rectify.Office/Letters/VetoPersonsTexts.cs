using Rectify.Domain.Cases;
using Rectify.Domain.Messages;

namespace Rectify.Office.Letters;

/// <summary>Tells the office whom a veto bars, and who in office on its day is not barred.</summary>
internal static class VetoPersonsTexts
{
    public static string InChinese(CaseState.Opened state, IReadOnlyList<OfficeHolder> notBarred)
    {
        var day = Wording.Day(VetoBars.DayOf(state)!.Value);
        var stage = state is CaseState.VetoProposed ? "拟限制" : "受限制";
        var barred = Or(string.Join("、", Barred(state, Language.Chinese)), "无");
        var others = string.Join("、", notBarred.Select(one =>
            $"{one.Name}（{one.Post}，{Names.Of(one.Role, Language.Chinese)}，自{Wording.Day(one.Since)}起）"));
        return Wording.Lines(
            $"{stage}的领导干部{Rule(state.File, Language.Chinese)}：{barred}。",
            notBarred.Count == 0
                ? $"{day}在任的应受限制职务的干部，没有未列入的。"
                : $"{day}在任而不受限制的：{others}。需要增减人员的，对本案的一票否决办理更正。");
    }

    public static string InEnglish(CaseState.Opened state, IReadOnlyList<OfficeHolder> notBarred)
    {
        var day = EnglishWording.Day(VetoBars.DayOf(state)!.Value);
        var stage = state is CaseState.VetoProposed ? "who would be barred" : "barred";
        var barred = Or(string.Join(", ", Barred(state, Language.English)), "none");
        var others = string.Join(", ", notBarred.Select(one =>
            $"{one.Name} ({one.Post}, {Names.Of(one.Role, Language.English)}, since {EnglishWording.Day(one.Since)})"));
        return Wording.Lines(
            $"Leading officials {stage}{Rule(state.File, Language.English)}: {barred}.",
            notBarred.Count == 0
                ? $"Nobody else held a sanctioned role in the unit on {day}."
                : $"In office on {day} and not barred: {others}. To add or take out a person, correct the persons of the veto.");
    }

    // In a veto without a listing the office names the persons, or they are found in the register: then there is no rule to be named.
    private static string Rule(CaseFile file, Language language) => (file.Opening, language) switch
    {
        (not Opening.Listing, _) => "",
        (_, Language.Chinese) => $"（按规则为{Names.Of(file.Rulebook.VetoPersons, language)}）",
        _ => $" (by the rulebook {Names.Of(file.Rulebook.VetoPersons, language)})",
    };

    private static IEnumerable<string> Barred(CaseState.Opened state, Language language) =>
        from leader in VetoBars.LeadersBarredBy(state.File)
        select language == Language.Chinese
            ? $"{leader.Name}（{Names.Of(leader.Role, language)}）"
            : $"{leader.Name} ({Names.Of(leader.Role, language)})";

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
