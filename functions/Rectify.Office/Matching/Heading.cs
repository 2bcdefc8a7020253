using System.Text.RegularExpressions;

namespace Rectify.Office.Matching;

/// <summary>What a column of a pasted list holds.</summary>
internal enum ColumnRole
{
    /// <summary>Not known.</summary>
    Open,

    /// <summary>Names of persons or of units.</summary>
    Name,

    /// <summary>Units, or units with posts.</summary>
    Unit,

    /// <summary>Posts.</summary>
    Post,

    /// <summary>Ids of the register.</summary>
    Id,

    /// <summary>Nothing by which anybody is found: numbers of rows, dates, telephone numbers.</summary>
    Ignored,
}

/// <summary>The row with the names of the columns.</summary>
internal static partial class Heading
{
    private static readonly Dictionary<string, ColumnRole> Words = new[]
    {
        (ColumnRole.Name, "姓名 名字 名称 人员 人员姓名 干部姓名 对象 对象名称 推荐对象 推荐人选 拟推荐人选 人选 "
            + "NAME FULLNAME PERSON CANDIDATE"),
        (ColumnRole.Unit, "单位 工作单位 所在单位 现工作单位 单位名称 部门 所在部门 工作部门 机构 公司 所属单位 任职单位 "
            + "单位及职务 单位职务 单位和职务 工作单位及职务 现工作单位及职务 "
            + "UNIT WORKUNIT ORGANISATION ORGANIZATION DEPARTMENT EMPLOYER OFFICE UNITANDPOST"),
        (ColumnRole.Post, "职务 现任职务 现职务 职位 岗位 任职 POST POSITION TITLE JOBTITLE JOB"),
        (ColumnRole.Id, "编号 人员编号 单位编号 对象编号 标识 ID SUBJECT PERSONID UNITID OFFICIALID"),
        (ColumnRole.Ignored, "序号 序 号 NO NUMBER ROW # 性别 民族 年龄 出生年月 出生日期 生日 籍贯 出生地 学历 学位 "
            + "毕业院校 政治面貌 入党时间 参加工作时间 任职时间 级别 职级 职称 电话 手机 手机号 手机号码 联系电话 联系方式 "
            + "身份证号 身份证号码 邮箱 备注 说明 "
            + "SEX GENDER AGE BIRTH BIRTHDAY BIRTHDATE DATEOFBIRTH PHONE MOBILE TELEPHONE EMAIL REMARK REMARKS NOTE NOTES"),
    }.SelectMany(role => role.Item2.Split(' ').Select(word => (word, role.Item1))).ToDictionary(pair => pair.word, pair => pair.Item2);

    /// <summary>The role that a heading names; null for other words.</summary>
    public static ColumnRole? RoleOf(string cell) =>
        Words.TryGetValue(Beside.Replace(TraditionalForms.Simplified(NameKey.WithoutAddition(NameKey.Of(cell))), ""), out var role)
            ? role
            : null;

    /// <summary>
    /// The roles of the columns when the record is a heading: at least one column has names, units or ids, and most cells are known words.
    /// </summary>
    public static IReadOnlyList<ColumnRole?>? Read(PastedRecord record)
    {
        var cells = record.Separator is null ? record.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : record.Cells;
        var roles = cells.Select(RoleOf).ToList();
        return roles.Any(role => role is ColumnRole.Name or ColumnRole.Unit or ColumnRole.Id)
            && roles.Count(role => role is not null) * 2 > cells.Count(cell => cell.Length > 0)
            ? roles
            : null;
    }

    [GeneratedRegex(@"[:：·_\-/*]")]
    private static partial Regex Beside { get; }
}
