using System.Globalization;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Csv;

namespace Rectify.Functions.Registry;

/// <summary>Officials as a table.</summary>
internal static class OfficialTable
{
    public static readonly RegisterColumn Id = new("officialId", "人员编号");
    public static readonly RegisterColumn UnitOfPost = new("unitId", "单位编号");

    private static readonly RegisterColumn Name = new("name", "姓名");
    private static readonly RegisterColumn Email = new("email", "邮箱");
    private static readonly RegisterColumn Post = new("post", "职务");
    private static readonly RegisterColumn Role = new("role", "角色");
    private static readonly RegisterColumn From = new("from", "任职起");
    private static readonly RegisterColumn To = new("to", "任职止", Need.Optional);

    private static readonly RegisterColumn Language = new("language", "语言", Need.Optional);

    private static readonly RegisterColumn Responsibility = new("responsibility", "责任", Need.Optional);

    private static readonly Dictionary<Responsibility, string> Responsibilities = new()
    {
        [Domain.Rulebooks.Responsibility.First] = "第一责任人",
        [Domain.Rulebooks.Responsibility.Direct] = "直接责任人",
        [Domain.Rulebooks.Responsibility.Other] = "其他责任人",
    };

    private static readonly Dictionary<LeaderRole, string> Roles = new()
    {
        [LeaderRole.Principal] = "主要领导",
        [LeaderRole.Supervising] = "主管领导",
        [LeaderRole.InCharge] = "分管领导",
        [LeaderRole.DirectlyLiable] = "直接责任人",
        [LeaderRole.Other] = "其他",
    };

    public static IReadOnlyList<RegisterColumn> Columns { get; } = [Id, Name, Email, UnitOfPost, Post, Role, From, To, Language, Responsibility];

    /// <summary>The official of a row. What is wrong with it is in the row; the official counts only when nothing is.</summary>
    public static Official Read(RegisterRow row)
    {
        var (from, to) = (row.Day(From), row.Day(To));
        if (to < from) row.Reject(To, $"on or after the first day in the post, {from:yyyy-MM-dd}");
        return new Official(
            row.Id(Id, OfficialId.Of) ?? default, row.Line200(Name), row.Email(Email) ?? "", row.Id(UnitOfPost, UnitId.Of) ?? default,
            row.Line200(Post), row.Member(Role, Roles), from ?? default, to, row.Language(Language),
            row.MemberOrNull(Responsibility, Responsibilities));
    }

    public static string Write(IEnumerable<Official> officials) => CsvText.Of([.. Columns.Select(column => column.Name)], officials.Select(official => (IReadOnlyList<string?>)
    [
        official.OfficialId.Value, official.Name, official.Email, official.UnitId.Value, official.Post, WireName.Of(official.Role),
        Day(official.From), official.To is { } to ? Day(to) : "", official.Language.Tag,
        official.Responsibility is { } responsibility ? WireName.Of(responsibility) : "",
    ]));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
