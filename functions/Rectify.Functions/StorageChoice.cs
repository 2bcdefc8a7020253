using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Consultations;
using Rectify.Office.Feeds;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Storage.Sqlite;
using Rectify.Storage.Sqlite.Access;
using Rectify.Storage.Sqlite.Assessments;
using Rectify.Storage.Sqlite.Calendar;
using Rectify.Storage.Sqlite.Consultations;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Feeds;
using Rectify.Storage.Sqlite.Ledger;
using Rectify.Storage.Sqlite.Outbox;
using Rectify.Storage.Sqlite.Register;
using Rectify.Storage.Sqlite.YearlyCycle;
using Rectify.Storage.Tables.Access;
using Rectify.Storage.Tables.Assessments;
using Rectify.Storage.Tables.Calendar;
using Rectify.Storage.Tables.Consultations;
using Rectify.Storage.Tables.Feeds;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Outbox;
using Rectify.Storage.Tables.Register;
using Rectify.Storage.Tables.Service;
using Rectify.Storage.Tables.YearlyCycle;

namespace Rectify.Functions;

/// <summary>Where ledger, register, outbox, consultations, calendar, feeds, officer key and sessions lie: Azure Tables when <c>Data:Tables</c> is set, else a SQLite file in the data folder.</summary>
internal static class StorageChoice
{
    /// <summary>The tables that the settings name; null when they name none.</summary>
    public static TablesOptions? TablesOf(IConfiguration configuration) => configuration["Data:Tables"] is { Length: > 0 } storage
        ? new TablesOptions(storage, configuration["Data:TablesPrefix"] is { Length: > 0 } prefix ? prefix : TablesOptions.DefaultPrefix)
        : null;

    public static void AddStorage(this IServiceCollection services, IConfiguration configuration, string directory)
    {
        if (TablesOf(configuration) is { } tables) services.AddTables(tables);
        else services.AddSqlite(directory);
    }

    public static void AddTables(this IServiceCollection services, TablesOptions options)
    {
        services.AddSingleton(_ => TablesStore.Open(options));
        services.AddSingleton(new LedgerGuard(null, null));
        services.AddSingleton<ILedger, TablesLedger>();
        services.AddSingleton<ILedgerIndex, TablesIndex>();
        services.AddSingleton<IRegisterStore, TablesRegisterStore>();
        services.AddSingleton<IOutbox, TablesOutbox>();
        services.AddSingleton<IConsultationStore, TablesConsultationStore>();
        services.AddSingleton<ICalendarStore, TablesCalendarStore>();
        services.AddSingleton<IFeedStore, TablesFeedStore>();
        services.AddSingleton<IAssessmentStore, TablesAssessmentStore>();
        services.AddSingleton<IYearlyRecordStore, TablesYearlyRecordStore>();
        services.AddSingleton<IStorageRepair, TablesRepair>();
        services.AddSingleton<IOfficerKey, TablesOfficerKey>();
        services.AddSingleton<IAccessStore, TablesAccessStore>();
    }

    public static void AddSqlite(this IServiceCollection services, string directory)
    {
        services.AddSingleton(_ => SqliteDatabase.Open(Path.Combine(directory, "ledger.db")));
        services.AddSingleton<IStorageHealth>(provider => provider.GetRequiredService<SqliteDatabase>());
        services.AddSingleton(provider => SqliteGuard.Of(provider.GetRequiredService<SqliteDatabase>(), HeadFile.In(directory)));
        services.AddSingleton<ILedger, SqliteLedger>();
        services.AddSingleton<ILedgerIndex, SqliteIndex>();
        services.AddSingleton<IRegisterStore, SqliteRegisterStore>();
        services.AddSingleton<IOutbox, SqliteOutbox>();
        services.AddSingleton<IConsultationStore, SqliteConsultationStore>();
        services.AddSingleton<ICalendarStore, SqliteCalendarStore>();
        services.AddSingleton<IFeedStore, SqliteFeedStore>();
        services.AddSingleton<IAssessmentStore, SqliteAssessmentStore>();
        services.AddSingleton<IYearlyRecordStore, SqliteYearlyRecordStore>();
        services.AddSingleton<IOfficerKey>(_ => new SqliteOfficerKey(directory));
        services.AddSingleton<IAccessStore, SqliteAccessStore>();
    }
}
