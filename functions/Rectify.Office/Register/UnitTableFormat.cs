using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Spreadsheets;

namespace Rectify.Office.Register;

/// <summary>Units as a table.</summary>
public static class UnitTableFormat
{
    public static readonly RegisterColumn Id = new("unitId", "单位编号", ColumnNeed.Optional) { Aliases = ["单位代码"] };
    public static readonly RegisterColumn Parent = new("parentUnitId", "上级单位编号", ColumnNeed.Optional) { Aliases = ["上级单位"] };
    public static readonly RegisterColumn Successor =
        new("successorUnitId", "承继单位编号", ColumnNeed.Optional) { Aliases = ["承继单位"] };

    private static readonly RegisterColumn Name = new("name", "单位名称") { Aliases = ["单位", "名称"] };
    private static readonly RegisterColumn Kind = new("kind", "类别");
    private static readonly RegisterColumn Level = new("level", "层级");
    private static readonly RegisterColumn LiaisonName = new("liaisonName", "联络员") { Aliases = ["联络员姓名"] };
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
    /// <param name="row">The row. Without an id the unit is found by its name, or new; other units may be named.</param>
    /// <param name="named">Finds units by their names.</param>
    public static Unit Read(RegisterRow row, INamedInRegister named)
    {
        var id = row.Id(Id, UnitId.Of);
        var name = row.Line200(Name);
        if (id is null && row.IsEmpty(Id) && name.Length > 0)
        {
            id = named.OwnUnit(name);
            if (id is null) row.Reject(Id, RowMessages.Namesakes);
        }

        return new Unit(
            id ?? default, name, row.Member(Kind, Kinds), row.Member(Level, Levels), Other(Parent),
            new Liaison(row.Line200(LiaisonName), row.Email(LiaisonEmail) ?? "", row.Language(LiaisonLanguage)),
            row.Email(SupervisorEmail), Other(Successor));

        UnitId? Other(RegisterColumn column) => row.IdOrName(column, UnitId.Of, named.Unit, RowMessages.UnknownLink);
    }

    /// <summary>The unit with what the register has in the place of columns that the table lacks.</summary>
    internal static Unit Kept(RegisterRow row, Unit read, Unit? standing) => standing is null ? read : read with
    {
        ParentUnitId = row.Has(Parent) ? read.ParentUnitId : standing.ParentUnitId,
        SuccessorUnitId = row.Has(Successor) ? read.SuccessorUnitId : standing.SuccessorUnitId,
        SupervisorEmail = row.Has(SupervisorEmail) ? read.SupervisorEmail : standing.SupervisorEmail,
        Liaison = row.Has(LiaisonLanguage) ? read.Liaison : read.Liaison with { Language = standing.Liaison.Language },
    };

    /// <summary>The id and the name of a row, as far as they are written; of a unit without an id that of its name.</summary>
    internal static (string Id, string Name) Named(RegisterRow row) => (row.Text(Id).Trim(), row.Text(Name).Trim());

    public static string Write(IEnumerable<Unit> units) =>
        CsvText.Of([.. Columns.Select(column => column.Name)], units.Select(unit => (IReadOnlyList<string?>)
    [
        unit.UnitId.Value, unit.Name, WireName.Of(unit.Kind), WireName.Of(unit.Level), unit.ParentUnitId?.Value,
        unit.Liaison.Name, unit.Liaison.Email, unit.SupervisorEmail, unit.Liaison.Language.Tag, unit.SuccessorUnitId?.Value,
    ]));
}
