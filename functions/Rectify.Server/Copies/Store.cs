using Rectify.Functions.Access;
using Rectify.Functions.Assessments;
using Rectify.Functions.Calendar;
using Rectify.Functions.Consultations;
using Rectify.Functions.Feeds;
using Rectify.Functions.Ledger;
using Rectify.Functions.Ledger.Tables;
using Rectify.Functions.Registry;
using Rectify.Functions.YearlyCycle;

namespace Rectify.Server.Copies;

/// <summary>Everything that is copied from one kind of storage to the other.</summary>
internal sealed record Store(
    string Name, ICaseArchive Cases, IRegistry Registry, IConsultationLog Consultations, ICalendarStore Calendar, IFeedStore Feeds,
    IAssessmentBook Assessments, IYearlyBook Yearly, IAccessStore Access, IAcceptances Acceptances, IOfficerKey OfficerKey)
{
    public static Store Of(SqliteDatabase database, string file) => new(
        file, new SqliteArchive(database), new SqliteRegistry(database), new SqliteConsultationLog(database), new SqliteCalendarStore(database),
        new SqliteFeedStore(database), new SqliteAssessmentBook(database), new SqliteYearlyBook(database), new SqliteAccessStore(database),
        new SqliteAcceptances(database), new OfficerKeyFile(Path.GetDirectoryName(file)!));

    public static Store Of(TablesStore tables) => new(
        $"the tables {tables.Options.Prefix}…", new TablesArchive(tables), new TablesRegistry(tables), new TablesConsultationLog(tables),
        new TablesCalendarStore(tables), new TablesFeedStore(tables), new TablesAssessmentBook(tables), new TablesYearlyBook(tables), new TablesAccessStore(tables),
        new TablesAcceptances(tables), new OfficerKeyRow(tables));

    /// <summary>The imports of every year, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<CalendarImport>> ImportsAsync(CancellationToken cancellation)
    {
        List<CalendarImport> imports = [];
        foreach (var latest in await Calendar.LatestAsync(cancellation)) imports.AddRange(await Calendar.HistoryAsync(latest.Year.Year, cancellation));
        return [.. imports.OrderBy(import => import.Revision)];
    }

    /// <summary>Sessions, protection keys, and what was drawn for feeds.</summary>
    public async Task<IReadOnlyList<AccessRow>> AccessRowsAsync(CancellationToken cancellation)
    {
        List<AccessRow> rows = [];
        foreach (var kind in Enum.GetValues<AccessRowKind>()) rows.AddRange(await Access.ListAsync(kind, cancellation));
        return rows;
    }

    /// <summary>Whether nothing at all is in it.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        await foreach (var _ in Cases.ReadAsync(cancellation)) return false;
        await foreach (var _ in Consultations.AllAsync(cancellation)) return false;
        return (await Registry.ListUnitsAsync(1, null, cancellation)).Items.Count == 0
            && (await Registry.ListOfficialsAsync(null, 1, null, cancellation)).Items.Count == 0
            && (await Assessments.AllAsync(cancellation)).Count == 0
            && (await Yearly.AllAsync(cancellation)).Count == 0
            && (await Acceptances.AllAsync(cancellation)).Count == 0
            && await Calendar.RevisionAsync(cancellation) == 0
            && (await Feeds.ListAsync(cancellation)).Count == 0
            && (await AccessRowsAsync(cancellation)).Count == 0
            && OfficerKey.ReadHash() is null;
    }
}
