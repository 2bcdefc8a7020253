using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, string directory) =>
        TablesOf(configuration) is { } tables ? services.AddTablesStorage(tables) : services.AddSqliteStorage(directory);
}
