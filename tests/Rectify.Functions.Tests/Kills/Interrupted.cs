using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Functions.Cases;
using Rectify.Functions.Rehearsal;

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
        await using var host = (IAsyncDisposable)Build(instant).Build();
        var answer = await ((IHost)host).Services.GetRequiredService<CaseDesk>()
            .ExecuteAsync(caseId, command, "officer:officer", null, TestContext.Current.CancellationToken);
        Assert.NotEmpty(Assert.IsType<DeskAnswer.Done>(answer).Recorded);
    }

    /// <summary>The program on this folder, not built yet.</summary>
    public Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder Build(DateTimeOffset instant) => RectifyApp.CreateBuilder(
    [
        "--urls", "http://127.0.0.1:0", "--data", folder.FullName, "--clock", instant.UtcDateTime.ToString("O"),
        "--Access:OfficerKey", Child.Key, "--Logging:LogLevel:Default", "Warning",
    ]);

    public void Dispose() => folder.Delete(recursive: true);
}
