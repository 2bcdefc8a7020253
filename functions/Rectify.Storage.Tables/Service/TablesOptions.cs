using Azure.Core;
using Azure.Core.Pipeline;

namespace Rectify.Storage.Tables.Service;

/// <summary>Where the tables are, and how long requests to them are waited for and repeated.</summary>
/// <param name="Storage">A connection string, or the https address of a table service that the app's identity may use.</param>
/// <param name="Prefix">Beginning of the tables' names, so that several installations can share an account: letters and digits.</param>
public sealed record TablesOptions(string Storage, string Prefix = TablesOptions.DefaultPrefix)
{
    public const string DefaultPrefix = "Rectify";

    /// <summary>
    /// How long another writer's unfinished opening is waited for before it is declared lost. In real time, also when the app runs by a
    /// stepped clock.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Attempts after the first when the service is busy (503, 429) or cannot be reached.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>
    /// The first pause between attempts; each further one is about twice as long. A Retry-After header of the service is obeyed.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// Policies that see the requests to the service, with their position in the pipeline. Used in tests and measurements only.
    /// </summary>
    public IReadOnlyList<(HttpPipelinePolicy Policy, HttpPipelinePosition Position)> Watchers { get; init; } = [];
}
