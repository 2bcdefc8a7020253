using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Calendar;
using Rectify.Office.Consultations;
using Rectify.Office.Feeds;
using Rectify.Office.Journals;
using Rectify.Office.Ledger;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Office.Rulebooks;
using Rectify.Storage.Sqlite.Access;
using Rectify.Storage.Sqlite.Accounts;
using Rectify.Storage.Sqlite.Assessments;
using Rectify.Storage.Sqlite.Calendar;
using Rectify.Storage.Sqlite.Consultations;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Feeds;
using Rectify.Storage.Sqlite.Journals;
using Rectify.Storage.Sqlite.Ledger;
using Rectify.Storage.Sqlite.Register;
using Rectify.Storage.Sqlite.Rulebooks;
using Rectify.Storage.Sqlite.YearlyCycle;
using Rectify.Storage.Tables.Access;
using Rectify.Storage.Tables.Accounts;
using Rectify.Storage.Tables.Assessments;
using Rectify.Storage.Tables.Calendar;
using Rectify.Storage.Tables.Consultations;
using Rectify.Storage.Tables.Feeds;
using Rectify.Storage.Tables.Journals;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Register;
using Rectify.Storage.Tables.Rulebooks;
using Rectify.Storage.Tables.Service;
using Rectify.Storage.Tables.YearlyCycle;

namespace Rectify.Server.Copies;

/// <summary>One storage, with everything in it that is copied to the other kind of storage.</summary>
internal sealed record Store(
    string Name, ICaseArchive Cases, IRegisterStore Registry, IConsultationStore Consultations, ICalendarStore Calendar, IFeedStore Feeds,
    IAssessmentStore Assessments, IYearlyRecordStore Yearly, IRulebookStore Rulebooks, IJournalStore Journals, IAccessStore Access,
    IAccountStore Accounts, IAcceptances Acceptances, IOfficerKey OfficerKey)
{
    public static Store Of(SqliteDatabase database, string file) => new(
        file, new SqliteArchive(database), new SqliteRegisterStore(database), new SqliteConsultationStore(database),
        new SqliteCalendarStore(database),
        new SqliteFeedStore(database), new SqliteAssessmentStore(database), new SqliteYearlyRecordStore(database),
        new SqliteRulebookStore(database), new SqliteJournalStore(database), new SqliteAccessStore(database),
        new SqliteAccountStore(database),
        new SqliteAcceptances(database), new SqliteOfficerKey(Path.GetDirectoryName(file)!));

    public static Store Of(TablesStore tables) => new(
        $"the tables {tables.Options.Prefix}…", new TablesArchive(tables), new TablesRegisterStore(tables),
        new TablesConsultationStore(tables),
        new TablesCalendarStore(tables), new TablesFeedStore(tables), new TablesAssessmentStore(tables),
        new TablesYearlyRecordStore(tables), new TablesRulebookStore(tables), new TablesJournalStore(tables),
        new TablesAccessStore(tables), new TablesAccountStore(tables),
        new TablesAcceptances(tables), new TablesOfficerKey(tables));

    /// <summary>The imports of every year, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<CalendarImport>> ImportsAsync(CancellationToken cancellation)
    {
        List<CalendarImport> imports = [];
        foreach (var latest in await Calendar.LatestAsync(cancellation))
            imports.AddRange(await Calendar.HistoryAsync(latest.Year.Year, cancellation));
        return [.. imports.OrderBy(import => import.Revision)];
    }

    /// <summary>Sessions of the board, protection keys, and the feeds made under an idempotency key.</summary>
    public async Task<IReadOnlyList<AccessRow>> AccessRowsAsync(CancellationToken cancellation)
    {
        List<AccessRow> rows = [];
        foreach (var kind in Enum.GetValues<AccessRowKind>()) rows.AddRange(await Access.ListAsync(kind, cancellation));
        return rows;
    }

    /// <summary>Every entry of every journal.</summary>
    public async Task<IReadOnlyList<(Journal Journal, JournalEntry Entry)>> JournalsAsync(CancellationToken cancellation)
    {
        List<(Journal, JournalEntry)> entries = [];
        foreach (var journal in Enum.GetValues<Journal>())
            entries.AddRange((await Journals.ReadAsync(journal, 0, int.MaxValue, cancellation)).Select(entry => (journal, entry)));
        return entries;
    }

    /// <summary>Whether the storage holds nothing at all.</summary>
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
            && await Rulebooks.RevisionAsync(cancellation) == 0
            && (await JournalsAsync(cancellation)).Count == 0
            && await Accounts.RevisionAsync(cancellation) == 0
            && (await Feeds.ListAsync(cancellation)).Count == 0
            && (await AccessRowsAsync(cancellation)).Count == 0
            && OfficerKey.ReadHash() is null;
    }
}
