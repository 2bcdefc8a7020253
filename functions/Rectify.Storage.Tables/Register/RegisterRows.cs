using Azure.Data.Tables;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Ledger;
using Rectify.Office.Register;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Register;

/// <summary>How units and officials lie in their rows.</summary>
internal static class RegisterRows
{
    public const string Units = "units";
    public const string Officials = "officials";

    /// <summary>The rows of all officials, as a filter.</summary>
    public static string EveryOfficial => TablesStore.Rows(Officials);

    /// <summary>The partition that names the officials who ever had a post in a unit.</summary>
    public static string InUnit(UnitId unit) => $"officials-of:{TableKey.Of(unit.Value)}";

    /// <summary>The row that names an official in that partition.</summary>
    public static TableEntity InUnit(UnitId unit, OfficialId official) =>
        new(InUnit(unit), TableKey.Of(official.Value)) { ["Id"] = official.Value };

    public static TableEntity Of(Unit unit)
    {
        var row = new TableEntity(Units, TableKey.Of(unit.UnitId.Value))
        {
            ["Id"] = unit.UnitId.Value,
            ["Name"] = AppendRules.Exact(unit.Name),
            ["Kind"] = StoredText.Of(unit.Kind),
            ["Level"] = StoredText.Of(unit.Level),
            ["LiaisonName"] = AppendRules.Exact(unit.Liaison.Name),
            ["LiaisonEmail"] = AppendRules.Exact(unit.Liaison.Email),
        };
        if (unit.Liaison.Language != MailLanguage.Chinese) row["LiaisonLanguage"] = unit.Liaison.Language.Tag;
        if (unit.SuccessorUnitId is { } successor) row["Successor"] = successor.Value;
        if (unit.RegisteredOn is { } day) row["RegisteredOn"] = StoredText.Of(day);
        if (unit.ParentUnitId is { } parent) row["Parent"] = parent.Value;
        if (unit.SupervisorEmail is { } supervisor) row["SupervisorEmail"] = AppendRules.Exact(supervisor);
        return row;
    }

    public static TableEntity Of(Official official)
    {
        var row = new TableEntity(Officials, TableKey.Of(official.OfficialId.Value))
        {
            ["Id"] = official.OfficialId.Value,
            ["Name"] = AppendRules.Exact(official.Name),
            ["Posts"] = AppendRules.Exact(StoredPost.Text(official.Posts)),
        };
        if (official.Email is { } address) row["Email"] = AppendRules.Exact(address);
        if (official.Language != MailLanguage.Chinese) row["Language"] = official.Language.Tag;
        return row;
    }

    public static Unit Unit(TableEntity row) => new(
        new(row.GetString("Id")), row.GetString("Name"), EntryColumns.Member<UnitKind>(row.GetString("Kind")),
        EntryColumns.Member<UnitLevel>(row.GetString("Level")), EntryColumns.Unit(row, "Parent"),
        new Liaison(row.GetString("LiaisonName"), row.GetString("LiaisonEmail"), EntryColumns.Language(row.GetString("LiaisonLanguage"))),
        row.GetString("SupervisorEmail"), EntryColumns.Unit(row, "Successor"))
    {
        RegisteredOn = row.GetString("RegisteredOn") is { } day ? StoredText.Day(day) : null,
    };
}
