using Microsoft.Extensions.DependencyInjection;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Consultations;
using Rectify.Office.Feeds;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Records;
using Rectify.Office.Register;
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

namespace Rectify.Storage.Sqlite;

/// <summary>Registers the stores in one SQLite file: ledger, register, outbox and all else that an office keeps.</summary>
public static class SqliteServices
{
    /// <summary>Adds the stores of the file <c>ledger.db</c> in a folder.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string directory)
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
        return services;
    }
}
