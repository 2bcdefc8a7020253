using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Functions.Access;
using Rectify.Functions.Assessments;
using Rectify.Functions.Calendar;
using Rectify.Functions.Consultations;
using Rectify.Functions.Feeds;
using Rectify.Functions.Ledger.Tables;
using Rectify.Functions.Notices;
using Rectify.Functions.Registry;
using Rectify.Functions.YearlyCycle;

namespace Rectify.Functions.Ledger;

/// <summary>Where ledger, register, outbox, consultations, calendar, feeds, officer key and sessions lie: Azure Tables when <c>Data:Tables</c> is set, else a SQLite file in the data folder.</summary>
internal static class Storage
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
        services.AddSingleton<IRegistry, TablesRegistry>();
        services.AddSingleton<IOutbox, TablesOutbox>();
        services.AddSingleton<IConsultationLog, TablesConsultationLog>();
        services.AddSingleton<ICalendarStore, TablesCalendarStore>();
        services.AddSingleton<IFeedStore, TablesFeedStore>();
        services.AddSingleton<IAssessmentBook, TablesAssessmentBook>();
        services.AddSingleton<IYearlyBook, TablesYearlyBook>();
        services.AddSingleton<IStorageRepair, TablesRepair>();
        services.AddSingleton<IOfficerKey, OfficerKeyRow>();
        services.AddSingleton<IAccessStore, TablesAccessStore>();
    }

    public static void AddSqlite(this IServiceCollection services, string directory)
    {
        services.AddSingleton(_ => SqliteDatabase.Open(Path.Combine(directory, "ledger.db")));
        services.AddSingleton<IStorageHealth>(provider => provider.GetRequiredService<SqliteDatabase>());
        services.AddSingleton(provider => SqliteGuard.Of(provider.GetRequiredService<SqliteDatabase>(), HeadFile.In(directory)));
        services.AddSingleton<ILedger, SqliteLedger>();
        services.AddSingleton<ILedgerIndex, SqliteIndex>();
        services.AddSingleton<IRegistry, SqliteRegistry>();
        services.AddSingleton<IOutbox, SqliteOutbox>();
        services.AddSingleton<IConsultationLog, SqliteConsultationLog>();
        services.AddSingleton<ICalendarStore, SqliteCalendarStore>();
        services.AddSingleton<IFeedStore, SqliteFeedStore>();
        services.AddSingleton<IAssessmentBook, SqliteAssessmentBook>();
        services.AddSingleton<IYearlyBook, SqliteYearlyBook>();
        services.AddSingleton<IOfficerKey>(_ => new OfficerKeyFile(directory));
        services.AddSingleton<IAccessStore, SqliteAccessStore>();
    }
}
