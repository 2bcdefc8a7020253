using System.Diagnostics;
using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Office.Register;

namespace Rectify.Office.RegisterEntries;

/// <summary>A warning about an entry of the register that breaks no rule.</summary>
public abstract record RegisterWarning
{
    private const string JoinThem = "如是同一人，请合并两个编号（PUT /api/officials/{id}/joins/{otherId}），此后查询任一编号均一并作答。";
    private const string JoinThemInEnglish = "If they are one person, join the two (PUT /api/officials/{id}/joins/{otherId}): "
        + "a question about either then answers for both.";

    private RegisterWarning()
    {
    }

    /// <summary>The text in answers of the API, which are in English.</summary>
    public string Text => Words.English;

    /// <summary>In both languages.</summary>
    public Bilingual Words => this switch
    {
        Ended(var post, var last) => (
            $"作为调任登记：{post.UnitId} 的{post.Post}（{Day(post.From)}起）至{Day(last)}止。"
            + "仍兼任的，请以 posts 列出全部任职，表格中每个任职一行。",
            $"Entered as a transfer: {post.Post} in {post.UnitId}, from {post.From:yyyy-MM-dd}, ends on {last:yyyy-MM-dd}. "
            + "Who holds both is entered with posts, or by a row of the table for each."),
        TakenOut(var post) => (
            $"{post.UnitId} 的{post.Post}（{Day(post.From)}起）不再列在任职中：其间的措施不会列名此人。",
            $"{post.Post} in {post.UnitId}, from {post.From:yyyy-MM-dd}, is no longer among the posts: "
            + "a measure of that time does not name the person."),
        OfUnit(var unitId, var number, var status) => (
            $"单位 {unitId} 有未办结的案件 {number}（{InChinese(status)}）：列明的人员和限制不变，此后的提醒发给当日在任的人员。",
            $"The unit {unitId} has an open case, {number} ({WireName.Of(status)}): whom it names and bars stays as it is, "
            + "and reminders go to who is in office on their day."),
        OfPerson(var number, var unitId, var status) => (
            $"此人被列明在单位 {unitId} 的未办结案件 {number}（{InChinese(status)}）中：限制随人，不随职务。",
            $"The person is named by an open case of {unitId}, {number} ({WireName.Of(status)}): "
            + "what it bars follows the person and not the post. (S6)"),
        NoAddress(var name) => (
            $"{name}没有邮箱：限制和提醒都不会发给本人，请另行告知。",
            $"{name} has no address: neither sanctions nor reminders are mailed to this person, who has to be told otherwise."),
        SamePerson(var id, var other, Likeness.Address) => (
            $"{id} 与 {other} 姓名、邮箱相同：{JoinThem}",
            $"{id} and {other} have the same name and address. {JoinThemInEnglish}"),
        SamePerson(var id, var other, Likeness.Post) => (
            $"{id} 与 {other} 姓名、单位、职务相同：{JoinThem}",
            $"{id} and {other} have the same name, unit and post. {JoinThemInEnglish}"),
        _ => throw new UnreachableException(GetType().Name),
    };

    /// <summary>The warning, for a question about a person, that another id looks like the same person.</summary>
    public static RegisterWarning Of(Subject subject, Namesake namesake) =>
        new SamePerson(new OfficialId(subject.IdText), namesake.Other, namesake.Likeness);

    private static string InChinese(CaseStatus status) => Names.Of(status, Language.Chinese);

    private static string Day(DateOnly day) => Dates.Day(day, Language.Chinese);

    /// <summary>A transfer ended a post.</summary>
    public sealed record Ended(OfficialPost Post, DateOnly Last) : RegisterWarning;

    /// <summary>A post was removed from the history.</summary>
    public sealed record TakenOut(OfficialPost Post) : RegisterWarning;

    /// <summary>A unit whose posts changed has an open case.</summary>
    public sealed record OfUnit(UnitId UnitId, string DocumentNumber, CaseStatus Status) : RegisterWarning;

    /// <summary>An open case names the person.</summary>
    public sealed record OfPerson(string DocumentNumber, UnitId UnitId, CaseStatus Status) : RegisterWarning;

    /// <summary>Nothing can be mailed to the person.</summary>
    public sealed record NoAddress(string Name) : RegisterWarning;

    /// <summary>Another id looks like the same person.</summary>
    public sealed record SamePerson(OfficialId OfficialId, OfficialId Other, Likeness Likeness) : RegisterWarning;
}
