using System.Diagnostics;
using Rectify.Worker.Tests.Publishing;

[assembly: AssemblyFixture(typeof(PublishedApp))]

namespace Rectify.Worker.Tests.Publishing;

/// <summary>The function app as a deployment gets it, published once for this run of the tests.</summary>
/// <remarks>Where <c>RECTIFY_PUBLISHED</c> names a folder that holds it already, that is taken.</remarks>
public sealed class PublishedApp : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private DirectoryInfo? own;

    /// <summary>The folder that holds <c>functions.metadata</c>, <c>host.json</c> and the assemblies.</summary>
    public string Folder { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("RECTIFY_PUBLISHED") is { Length: > 0 } given)
        {
            Folder = Path.GetFullPath(given);
            return;
        }

        own = Directory.CreateTempSubdirectory("rectify-published-");
        Folder = own.FullName;
        await PublishAsync();
    }

    public ValueTask DisposeAsync()
    {
        own?.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task PublishAsync()
    {
        var project = Path.Combine(Repository.Root, "functions", "Rectify.Functions");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", project, "-c", "Release", "-p:AcsEmail=StandIn", "-o", Folder, "-nodeReuse:false" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, $"The app could not be published.{Environment.NewLine}{await output}{await errors}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
