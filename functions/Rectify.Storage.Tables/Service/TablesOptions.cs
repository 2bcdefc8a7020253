using Azure.Core;
using Azure.Core.Pipeline;

namespace Rectify.Storage.Tables.Service;

/// <summary>Where the tables are and how they are spoken to.</summary>
/// <param name="Storage">A connection string, or the https address of a table service that the app's identity may use.</param>
/// <param name="Prefix">Beginning of the tables' names: letters and digits, so that several installations can share an account.</param>
public sealed record TablesOptions(string Storage, string Prefix = TablesOptions.DefaultPrefix)
{
    public const string DefaultPrefix = "Rectify";

    /// <summary>
    /// How long another writer's unfinished opening is waited for before it is declared lost. Real time, also under a stepped clock.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Attempts after the first when the service is busy (503, 429) or out of reach.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>The first pause between attempts; each next is about twice as long. A Retry-After of the service is kept.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>What sees every request before it is repeated, with where it stands; none but in tests and measurements.</summary>
    public IReadOnlyList<(HttpPipelinePolicy Policy, HttpPipelinePosition Position)> Watchers { get; init; } = [];
}
