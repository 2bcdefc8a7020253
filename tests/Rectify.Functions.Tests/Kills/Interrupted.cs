using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Cases;
using Rectify.Server;
using Rectify.Server.Rehearsal;

namespace Rectify.Functions.Tests.Kills;

/// <summary>A data folder in which the program can be stopped between its entry in the ledger and what follows from it.</summary>
internal sealed class Interrupted : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectify-interrupted-");

    public Books Books => new(folder.FullName);

    public Task<Stage> OpenAsync(DateTimeOffset instant) => Stage.OpenAsync(folder.FullName, instant);

    /// <summary>Records what a command leads to, and nothing else: nobody is woken, as if the program had died there.</summary>
    public async Task RecordAsync(DateTimeOffset instant, CaseId caseId, CaseCommand command)
    {
        await using var host = await Build(instant).BuildAsync();
        var answer = await host.Services.GetRequiredService<CaseCommandHandler>()
            .ExecuteAsync(caseId, command, "officer:officer", null, TestContext.Current.CancellationToken);
        Assert.NotEmpty(Assert.IsType<CommandOutcome.Done>(answer).Recorded);
    }

    /// <summary>The program on this folder, not built yet.</summary>
    public ServerBuilder Build(DateTimeOffset instant) => OfficeServer.CreateBuilder(new ServerOptions(
        instant, folder.FullName, "http://127.0.0.1:0",
        new Dictionary<string, string?> { ["Access:OfficerKey"] = Child.Key, ["Logging:LogLevel:Default"] = "Warning" }));

    public void Dispose() => folder.Delete(recursive: true);
}
