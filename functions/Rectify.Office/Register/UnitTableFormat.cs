using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Csv;

namespace Rectify.Office.Register;

/// <summary>Units as a table.</summary>
public static class UnitTableFormat
{
    public static readonly RegisterColumn Id = new("unitId", "单位编号");
    public static readonly RegisterColumn Parent = new("parentUnitId", "上级单位编号", ColumnNeed.Optional);
    public static readonly RegisterColumn Successor = new("successorUnitId", "承继单位编号", ColumnNeed.Optional);

    private static readonly RegisterColumn Name = new("name", "单位名称");
    private static readonly RegisterColumn Kind = new("kind", "类别");
    private static readonly RegisterColumn Level = new("level", "层级");
    private static readonly RegisterColumn LiaisonName = new("liaisonName", "联络员");
    private static readonly RegisterColumn LiaisonEmail = new("liaisonEmail", "联络员邮箱");
    private static readonly RegisterColumn SupervisorEmail = new("supervisorEmail", "督办单位邮箱", ColumnNeed.Optional);

    private static readonly RegisterColumn LiaisonLanguage = new("liaisonLanguage", "联络员语言", ColumnNeed.Optional);

    /// <summary>The Chinese names of the kinds of units.</summary>
    public static readonly IReadOnlyDictionary<UnitKind, string> Kinds =
        Enum.GetValues<UnitKind>().ToDictionary(kind => kind, kind => Names.Of(kind, Language.Chinese));

    /// <summary>The Chinese names of the levels of units.</summary>
    public static readonly IReadOnlyDictionary<UnitLevel, string> Levels = new Dictionary<UnitLevel, string>()
    {
        [UnitLevel.Province] = "省级",
        [UnitLevel.City] = "市级",
        [UnitLevel.County] = "县级",
        [UnitLevel.Township] = "乡镇级",
    };

    public static IReadOnlyList<RegisterColumn> Columns { get; } =
        [Id, Name, Kind, Level, Parent, LiaisonName, LiaisonEmail, SupervisorEmail, LiaisonLanguage, Successor];

    /// <summary>The unit of a row. Errors are collected in the row; the unit counts only when there are none.</summary>
    public static Unit Read(RegisterRow row) => new(
        row.Id(Id, UnitId.Of) ?? default, row.Line200(Name), row.Member(Kind, Kinds), row.Member(Level, Levels), row.Id(Parent, UnitId.Of),
        new Liaison(row.Line200(LiaisonName), row.Email(LiaisonEmail) ?? "", row.Language(LiaisonLanguage)), row.Email(SupervisorEmail),
        row.Id(Successor, UnitId.Of));

    public static string Write(IEnumerable<Unit> units) =>
        CsvText.Of([.. Columns.Select(column => column.Name)], units.Select(unit => (IReadOnlyList<string?>)
    [
        unit.UnitId.Value, unit.Name, WireName.Of(unit.Kind), WireName.Of(unit.Level), unit.ParentUnitId?.Value,
        unit.Liaison.Name, unit.Liaison.Email, unit.SupervisorEmail, unit.Liaison.Language.Tag, unit.SuccessorUnitId?.Value,
    ]));
}
