using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Ledger;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Ledger;

/// <summary>Reads the index rows of a SQLite file, and expresses <see cref="CaseMatch"/> as SQL conditions.</summary>
public static class SqliteCaseFilter
{
    /// <summary>The columns that an entry is read from.</summary>
    public const string Columns =
        "opened, case_id, unit_id, version, status, due_on, next_due_at, number, unit_name, listed_on, deadline, yellow_from, bars, rung, "
        + "awaits, awaits_since, changed_at, units";

    // Rows that do not tell enough, because a step is due or the summary is missing: the caller reads the case.
    private const string ToBeRead = "next_due_at <= $now OR number IS NULL";
    private const string Running = "status IN ('rectifying', 'awaitingInspection')";

    public static IEnumerable<string> Conditions(CaseFilter filter, CaseListPosition? after)
    {
        if (after is not null)
        {
            yield return filter.Order switch
            {
                CaseOrder.Newest => "opened < $after",
                CaseOrder.Due => "(due_on, opened) > ($afterDue, $after)",
                _ => "opened > $after",
            };
        }

        if (filter.Step == StepFilter.Due) yield return "next_due_at <= $now";
        if (filter.Step == StepFilter.ToBeRead) yield return ToBeRead;
        if (filter.Status is not null) yield return "status = $status OR next_due_at <= $now";
        if (filter.UnitId is not null) yield return "unit_id = $unit";
        if (filter.DueBefore is not null) yield return "due_on < $before";
        if (filter.DueFrom is not null) yield return "due_on >= $from OR status = 'suspended'";
        if (filter.Rung is not null)
            yield return "number IS NULL OR coalesce(rung, CASE WHEN listed_on IS NULL THEN 'veto' ELSE 'listing' END) = $rung";
        if (filter.Text is not null) yield return $"{ToBeRead} OR shows(number, unit_name, $text)";
        // Members of enums, whose names need no quoting.
        if (filter.Awaits.Count > 0)
        {
            var acts = string.Join(", ", filter.Awaits.Select(act => $"'{StoredText.Of(act)}'"));
            var states = string.Join(", ", Awaited.States.Select(status => $"'{StoredText.Of(status)}'"));
            yield return $"next_due_at <= $now OR awaits IN ({acts}) OR (awaits IS NULL AND status IN ({states}))";
        }

        if (filter.ChangedFrom is not null) yield return "changed_at >= $changed";
        if (filter.Light is { } light) yield return $"{ToBeRead} OR status = 'suspended' OR ({Of(light)})";
    }

    public static IEnumerable<(string Name, object? Value)> Values(CaseFilter filter, CaseListPosition? after) =>
    [
        ("$now", filter.Now), ("$after", after?.Opened), ("$afterDue", after?.DueOn), ("$unit", filter.UnitId?.Value),
        ("$status", filter.Status is { } status ? StoredText.Of(status) : null), ("$before", filter.DueBefore), ("$from", filter.DueFrom),
        ("$rung", filter.Rung is { } rung ? StoredText.Of(rung) : null), ("$text", filter.Text), ("$today", LocalDay.Of(filter.Now)),
        ("$changed", filter.ChangedFrom),
    ];

    /// <summary>Adds the SQL function of the text search to the connection, when the filter has a text.</summary>
    public static SqliteConnection Searching(SqliteConnection connection, CaseFilter filter)
    {
        if (filter.Text is not null)
            connection.CreateFunction("shows", (string? number, string? name, string text) =>
                number is null || CaseMatch.Shows(number, name ?? "", text), isDeterministic: true);
        return connection;
    }

    public static string OrderOf(CaseOrder order) => order switch
    {
        CaseOrder.Newest => "opened DESC",
        CaseOrder.Due => "due_on, opened",
        _ => "opened",
    };

    public static CaseEntry Entry(SqliteDataReader row) => row.Knows<CaseStatus>(4) && row.Knows<DeadlineState>(10) && row.Knows<Rung>(13)
        && row.Knows<AwaitedAct>(14)
        ? Known(row)
        : CaseEntry.ToBeRead(new(row.GetString(1)), new(row.GetString(2)), row.GetInt32(3), row.Date(5));

    private static CaseEntry Known(SqliteDataReader row) => new(
        new(row.GetString(1)), new(row.GetString(2)), row.GetInt32(3), row.Member<CaseStatus>(4), row.Date(5), row.InstantOrNull(6))
    {
        Summary = row.TextOrNull(7) is { } number
            ? new CaseSummary(
                number, row.GetString(8), CaseSummary.RungOf(row.IsDBNull(13) ? null : row.Member<Rung>(13), row.DateOrNull(9)),
                row.DateOrNull(9), row.IsDBNull(10) ? null : row.Member<DeadlineState>(10), row.DateOrNull(11),
                BarList.Stored(row.GetString(12)))
            {
                Awaited = row.IsDBNull(14) ? null : new Awaited(row.Member<AwaitedAct>(14), row.Date(15)),
                ChangedAt = row.InstantOrNull(16),
                Units = row.IsDBNull(17) ? 1 : row.GetInt32(17),
            }
            : null,
    };

    public static IEnumerable<(string Name, object? Value)> ValuesOf(CaseSummary? summary) =>
    [
        ("$number", summary?.DocumentNumber), ("$name", summary?.UnitName),
        ("$rung", summary is null ? null : StoredText.Of(summary.Rung)), ("$listed", summary?.ListedOn),
        ("$deadline", summary?.Deadline is { } deadline ? StoredText.Of(deadline) : null), ("$yellow", summary?.YellowFrom),
        ("$bars", summary?.Bars.Text), ("$awaits", summary?.Awaited is { Act: var act } ? StoredText.Of(act) : null),
        ("$since", summary?.Awaited?.Since), ("$changed", summary?.ChangedAt),
        ("$units", summary is { Units: > 1 and var units } ? (long)units : null),
    ];

    private static string Of(Light light) => light switch
    {
        Light.Red => $"{Always(light)} OR (status = 'rectifying' AND due_on < $today)",
        Light.Yellow =>
            $"({Running} AND due_on >= $today AND yellow_from <= $today) OR (status = 'awaitingInspection' AND due_on < $today)",
        Light.Green => $"{Running} AND due_on >= $today AND yellow_from > $today",
        Light.Grey => Always(light),
        _ => throw new UnreachableException(light.ToString()),
    };

    private static string Always(Light light) =>
        $"status IN ({string.Join(", ", LightRule.StatesAlways(light).Select(status => $"'{StoredText.Of(status)}'"))})";
}
