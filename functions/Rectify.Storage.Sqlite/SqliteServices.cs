using Microsoft.Extensions.DependencyInjection;
using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Calendar;
using Rectify.Office.Consultations;
using Rectify.Office.Feeds;
using Rectify.Office.Journals;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Office.Rulebooks;
using Rectify.Office.State;
using Rectify.Storage.Sqlite.Access;
using Rectify.Storage.Sqlite.Accounts;
using Rectify.Storage.Sqlite.Assessments;
using Rectify.Storage.Sqlite.Calendar;
using Rectify.Storage.Sqlite.Consultations;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Feeds;
using Rectify.Storage.Sqlite.Journals;
using Rectify.Storage.Sqlite.Ledger;
using Rectify.Storage.Sqlite.Outbox;
using Rectify.Storage.Sqlite.Register;
using Rectify.Storage.Sqlite.Rulebooks;
using Rectify.Storage.Sqlite.State;
using Rectify.Storage.Sqlite.YearlyCycle;

namespace Rectify.Storage.Sqlite;

/// <summary>Registers the stores in one SQLite file: ledger, register, outbox and all else that an office keeps.</summary>
public static class SqliteServices
{
    /// <summary>Adds the stores of the file <c>ledger.db</c> in a folder.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string directory) => services
        .AddSingleton(_ => SqliteDatabase.Open(Path.Combine(directory, "ledger.db")))
        .AddSingleton<IStorageHealth>(provider => provider.GetRequiredService<SqliteDatabase>())
        .AddSingleton(provider => SqliteGuard.Of(provider.GetRequiredService<SqliteDatabase>(), HeadFile.In(directory)))
        .AddSingleton<ILedger, SqliteLedger>()
        .AddSingleton<ILedgerIndex, SqliteIndex>()
        .AddSingleton<IRegisterStore, SqliteRegisterStore>()
        .AddSingleton<IOutbox, SqliteOutbox>()
        .AddSingleton<IConsultationStore, SqliteConsultationStore>()
        .AddSingleton<ICalendarStore, SqliteCalendarStore>()
        .AddSingleton<IRulebookStore, SqliteRulebookStore>()
        .AddSingleton<IJournalStore, SqliteJournalStore>()
        .AddSingleton<IFeedStore, SqliteFeedStore>()
        .AddSingleton<IAssessmentStore, SqliteAssessmentStore>()
        .AddSingleton<IYearlyRecordStore, SqliteYearlyRecordStore>()
        .AddSingleton<IOfficerKey>(_ => new SqliteOfficerKey(directory))
        .AddSingleton<IAccessStore, SqliteAccessStore>()
        .AddSingleton<IAccountStore, SqliteAccountStore>()
        .AddSingleton<IStateStore, SqliteStateStore>();
}
