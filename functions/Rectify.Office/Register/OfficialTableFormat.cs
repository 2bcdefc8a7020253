using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Spreadsheets;

namespace Rectify.Office.Register;

/// <summary>Officials as a table.</summary>
public static class OfficialTableFormat
{
    public static readonly RegisterColumn Id = new("officialId", "人员编号", ColumnNeed.Optional);
    public static readonly RegisterColumn UnitOfPost =
        new("unitId", "单位编号") { Aliases = ["单位代码", "单位", "所在单位", "工作单位", "单位名称"] };

    public static readonly RegisterColumn Name = new("name", "姓名");
    public static readonly RegisterColumn Email = new("email", "邮箱", ColumnNeed.Optional) { Aliases = ["电子邮箱", "工作邮箱", "邮件"] };
    public static readonly RegisterColumn Language = new("language", "语言", ColumnNeed.Optional);
    public static readonly RegisterColumn Main = new("main", "主要任职", ColumnNeed.Optional);

    private static readonly RegisterColumn Post = new("post", "职务") { Aliases = ["职位", "现任职务"] };
    private static readonly RegisterColumn Role = new("role", "角色");
    private static readonly RegisterColumn From = new("from", "任职起") { Aliases = ["任职时间", "任职日期", "任现职时间"] };
    private static readonly RegisterColumn To = new("to", "任职止", ColumnNeed.Optional);

    private static readonly RegisterColumn Responsibility = new("responsibility", "责任", ColumnNeed.Optional);

    private static readonly Dictionary<Responsibility, string> Responsibilities = new()
    {
        [Domain.Rulebooks.Responsibility.First] = "第一责任人",
        [Domain.Rulebooks.Responsibility.Direct] = "直接责任人",
        [Domain.Rulebooks.Responsibility.Other] = "其他责任人",
    };

    private static readonly Dictionary<MainMark, string> Marks = new() { [MainMark.True] = "是", [MainMark.False] = "否" };

    private static readonly Dictionary<LeaderRole, string> Roles =
        Enum.GetValues<LeaderRole>().ToDictionary(role => role, role => Names.Of(role, Domain.Messages.Language.Chinese));

    public static IReadOnlyList<RegisterColumn> Columns { get; } = [Id, Name, Email, UnitOfPost, Post, Role, From, To, Language,
        Responsibility, Main];

    /// <summary>The columns which tell that the rows are officials.</summary>
    public static IReadOnlyList<RegisterColumn> Telling { get; } = [Id, Post, Role];

    /// <summary>The official and the post of a row. Errors are collected in the row; the result counts only when there are none.</summary>
    /// <param name="row">The row. A unit may be named; a person without an id is found by unit and name, or new.</param>
    /// <param name="named">Finds units and persons by their names.</param>
    public static OfficialLine Read(RegisterRow row, INamedInRegister named)
    {
        var (from, to) = (row.Day(From), row.Day(To));
        if (to < from) row.Reject(To, RowMessages.TermBackwards.With(from));
        var unit = row.IdOrName(UnitOfPost, UnitId.Of, named.Unit, RowMessages.UnknownUnit);
        var post = new OfficialPost(
            unit ?? default, row.Line200(Post), row.Member(Role, Roles), from ?? default, to,
            row.MemberOrNull(Responsibility, Responsibilities));
        var id = row.Id(Id, OfficialId.Of);
        var name = row.Line200(Name);
        if (id is null && unit is { } of && row.IsEmpty(Id) && name.Length > 0)
        {
            id = named.Official(of, name);
            if (id is null) row.Reject(Id, RowMessages.Namesakes);
        }

        return new OfficialLine(
            row, id ?? default, name, row.Email(Email), row.Language(Language), post,
            row.MemberOrNull(Main, Marks) ?? MainMark.False);
    }

    /// <summary>The entry with what the register has in the place of columns that the table lacks.</summary>
    internal static OfficialEntry Kept(RegisterRow row, OfficialEntry read, Official? standing) => standing is null ? read : read with
    {
        Entered = read.Entered with
        {
            Email = row.Has(Email) ? read.Entered.Email : standing.Email,
            Language = row.Has(Language) ? read.Entered.Language : standing.Language,
        },
    };

    /// <summary>A table with one row for each post. If an official has several, the main one is marked.</summary>
    public static string Write(IEnumerable<Official> officials) =>
        CsvText.Of([.. Columns.Select(column => column.Name)],
            officials.SelectMany(official => official.Posts.Select(post => (IReadOnlyList<string?>)
    [
        official.OfficialId.Value, official.Name, official.Email, post.UnitId.Value, post.Post, WireName.Of(post.Role),
        IsoDay.Of(post.From), post.To is { } to ? IsoDay.Of(to) : "", official.Language.Tag,
        post.Responsibility is { } responsibility ? WireName.Of(responsibility) : "",
        official.Posts.Count > 1 && post == official.MainPost ? WireName.Of(MainMark.True) : "",
    ])));
}

/// <summary>A row of the table of officials: a person and one of the person's posts.</summary>
public sealed record OfficialLine(
    RegisterRow Row, OfficialId Id, string Name, string? Email, MailLanguage Language, OfficialPost Post, MainMark Main);

/// <summary>Whether a row says that its post is the main one.</summary>
public enum MainMark
{
    /// <summary>The post is not marked: another one is the main post, or without any mark the first post that has no end.</summary>
    False,

    /// <summary>The post is the main one.</summary>
    True,
}
