using System.Net.Http.Json;
using System.Text.Json;
using Rectify.Domain.Cases;
using Rectify.Functions.Tests.Journeys;
using Rectify.Server;
using Rectify.Server.CommandLine;
using Rectify.Server.Rehearsal;
using Rectify.Server.Sample;

namespace Rectify.Functions.Tests.Sample;

public sealed class SampleTests : IDisposable
{
    private static readonly DateTimeOffset Now = App.Instant("2026-11-24 10:00");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectify-sample-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ServerOptions Options => ServerOptions.None with { Data = folder.FullName, Clock = Now };

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_empty_folder_becomes_a_county_with_a_case_in_every_state_and_of_every_light()
    {
        var progress = new StringWriter();
        Assert.Null(await SampleCommand.RunAsync(Options, Progress.In(progress), TextWriter.Null));
        Assert.Contains("Sample county: 2025-10-05, 415 of 420 days to go", progress.ToString(), StringComparison.Ordinal);

        await using var stage = await Stage.OpenAsync(folder.FullName, Now);
        var cases =
            (await stage.Http.GetFromJsonAsync<JsonElement>("/api/cases?top=200", Cancellation)).GetProperty("items").EnumerateArray()
                .ToList();
        Assert.Equal(
            Enum.GetValues<CaseStatus>().Select(Domain.WireName.Of).Order(),
            cases.Select(one => one.GetProperty("status").GetString()!).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<Light>().Select(Domain.WireName.Of).Order(),
            cases.Select(one => one.GetProperty("light").GetString()!).Distinct().Order());
        Assert.Equal("whole",
            (await stage.Http.GetStringAsync("/board/audit?check=yes&lang=en", Cancellation)).Contains(">whole<", StringComparison.Ordinal)
                ? "whole" : "broken");
    }

    [Fact]
    public async Task A_folder_that_holds_anything_is_refused_and_left_as_it_is()
    {
        await using (var stage = await Stage.OpenAsync(folder.FullName, Now))
        {
            var unit = new
            {
                name = "瓯北街道",
                kind = "locality",
                level = "township",
                liaison = new { name = "联络员", email = "a@county.example" },
            };
            Assert.True((await stage.Http.PutAsJsonAsync("/api/units/u", unit, Cancellation)).IsSuccessStatusCode);
        }

        var refusal = await SampleCommand.RunAsync(Options, Progress.None, TextWriter.Null);

        Assert.Equal($"{folder.FullName} holds units or cases already. --sample fills an empty folder only; choose another with --data.",
            refusal);
        await using var after = await Stage.OpenAsync(folder.FullName, Now);
        Assert.Single((await after.Http.GetFromJsonAsync<JsonElement>("/api/units", Cancellation)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Where_the_ledger_lies_in_tables_nothing_is_filled() =>
        Assert.Contains("Data__Tables", await SampleCommand.RunAsync(
            Options with { Settings = new Dictionary<string, string?> { ["Data:Tables"] = "UseDevelopmentStorage=true" } }, Progress.None,
            TextWriter.Null), StringComparison.Ordinal);
}
