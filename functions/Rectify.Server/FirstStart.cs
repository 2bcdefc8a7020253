using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rectify.Office.Access;

namespace Rectify.Server;

/// <summary>Creates the officer key of a new installation and shows it once; does nothing when the key is a setting.</summary>
/// <remarks>
/// It runs as a hosted service, after the data folder was locked: of two processes that start with the same folder, only the one with the
/// lock creates a key.
/// </remarks>
internal sealed class FirstStart(IConfiguration configuration, IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["Access:OfficerKey"] is { Length: > 0 }) return Task.CompletedTask;

        services.GetRequiredService<IOfficerKey>().CreateIfMissing(
            key => Console.Out.WriteLine($"Officer key (shown once, only its hash is kept): {key}"));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
