using System.Diagnostics;
using Azure.Data.Tables;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>
/// The condition of <see cref="CaseMatch"/> as a query of index rows, as far as the table service can decide it. The service cannot search
/// in texts.
/// </summary>
internal static class TablesCaseFilter
{
    private const string Running = "(Status eq 'rectifying' or Status eq 'awaitingInspection')";

    public static string Of(CaseFilter filter, long after)
    {
        var (now, condition) = (StoredText.Of(filter.Now), IndexRows.CasesAfter(after));
        if (filter.UnitId is { } unit) condition += " and " + TableClient.CreateQueryFilter($"UnitId eq {unit.Value}");

        List<string> entry = [];
        var due = TableClient.CreateQueryFilter($"NextDue le {now}");
        if (filter.Step == StepFilter.Due) entry.Add(due);
        if (filter.Status is { } status) entry.Add($"({TableClient.CreateQueryFilter($"Status eq {StoredText.Of(status)}")} or {due})");
        if (filter.DueBefore is { } before) entry.Add(TableClient.CreateQueryFilter($"DueOn lt {StoredText.Of(before)}"));
        if (filter.DueFrom is { } from)
            entry.Add($"({TableClient.CreateQueryFilter($"DueOn ge {StoredText.Of(from)}")} or Status eq 'suspended')");
        if (filter.Light is { } light)
            entry.Add($"({Of(light, StoredText.Of(LocalDay.Of(filter.Now)))} or Status eq 'suspended' or {due})");
        if (filter.ChangedFrom is { } since)
            entry.Add(TableClient.CreateQueryFilter($"ChangedAt ge {StoredText.Of(since)}"));
        // Rows of earlier programs have no rung and are listings or vetoes. A filter for a listing or a veto therefore lets every row
        // through; <see cref="CaseMatch"/> decides when the row is read.
        if (filter.Rung is { } rung and < Rung.Listing)
            entry.Add($"({TableClient.CreateQueryFilter($"Rung eq {StoredText.Of(rung)}")} or Rung eq '')");
        return entry.Count == 0 ? condition : $"{condition} and ({CaseIndexTable.Dirty} eq true or ({string.Join(" and ", entry)}))";
    }

    // By status and due day only. What depends on other days, <see cref="CaseMatch"/> decides when the row is read.
    private static string Of(Light light, string today) => light switch
    {
        Light.Red => $"({Always(light)} or Status eq 'rectifying' and DueOn lt '{today}')",
        Light.Yellow => $"({Running} and DueOn ge '{today}' or Status eq 'awaitingInspection' and DueOn lt '{today}')",
        Light.Green => $"({Running} and DueOn ge '{today}')",
        Light.Grey => $"({Always(light)})",
        _ => throw new UnreachableException(light.ToString()),
    };

    private static string Always(Light light) =>
        string.Join(" or ", LightRule.StatesAlways(light).Select(status => $"Status eq '{StoredText.Of(status)}'"));
}
