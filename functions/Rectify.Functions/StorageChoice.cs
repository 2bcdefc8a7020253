using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rectify.Office.Settings;
using Rectify.Storage.Sqlite;
using Rectify.Storage.Tables;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions;

/// <summary>
/// Chooses the storage of ledger, register, outbox and all other data: Azure Tables when <c>Data:Tables</c> is set, otherwise a SQLite file
/// in the data folder.
/// </summary>
internal static class StorageChoice
{
    /// <summary>The tables that the settings name; null when they name none.</summary>
    public static TablesOptions? TablesOf(IConfiguration configuration) => configuration["Data:Tables"] is { Length: > 0 } storage
        ? new TablesOptions(storage, configuration["Data:TablesPrefix"] is { Length: > 0 } prefix ? prefix : TablesOptions.DefaultPrefix)
        : null;

    /// <summary>Adds the stores that the settings choose.</summary>
    /// <exception cref="SettingException">
    /// The app runs on Azure and the settings choose neither tables nor a folder: a ledger in an instance's folder would vanish with it.
    /// </exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, string directory)
    {
        if (TablesOf(configuration) is { } tables) return services.AddTablesStorage(tables);
        if (configuration["WEBSITE_INSTANCE_ID"] is { Length: > 0 } && configuration["Data:Directory"] is not { Length: > 0 })
            throw new SettingException(
                "On Azure the ledger lies in tables: set Data__Tables. The folder of an instance vanishes with it.");

        return services.AddSqliteStorage(directory);
    }
}
