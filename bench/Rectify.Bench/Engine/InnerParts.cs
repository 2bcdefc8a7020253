using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Rectify.Bench.Figures;

namespace Rectify.Bench.Engine;

/// <summary>What a turn computes, without a file: BenchmarkDotNet over <see cref="TurnBenchmarks"/>.</summary>
internal static class InnerParts
{
    public static Task<IReadOnlyList<Figure>> MeasureAsync(EngineSizes sizes)
    {
        using var folder = new Folder();
        var config = ManualConfig.CreateEmpty()
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
            .WithArtifactsPath(folder.File("benchmarks"))
            .AddJob(Job.Default
                .WithToolchain(InProcessEmitToolchain.Instance)
                .WithWarmupCount(5)
                .WithIterationCount(2 * sizes.Repetitions + 1)
                .WithIterationTime(TimeInterval.FromMilliseconds(sizes.InnerMilliseconds)));
        var summary = BenchmarkRunner.Run<TurnBenchmarks>(config);
        var found = summary.Reports.ToDictionary(
            report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            report => new Samples(report.ResultStatistics!.OriginalValues));
        return Task.FromResult(Figures(found));
    }

    private static IReadOnlyList<Figure> Figures(IReadOnlyDictionary<string, Samples> found)
    {
        Figure Row(string name, string method, string limit, string limitName) =>
            Figure.Of(name, found[method], "ns") with { Limit = found[limit].Median, LimitName = limitName };

        return
        [
            Row("replay, per event of 50", nameof(TurnBenchmarks.ReplayShort), nameof(TurnBenchmarks.CallWithoutReplay), "plain call"),
            Row("replay, per event of 5,000", nameof(TurnBenchmarks.ReplayLong), nameof(TurnBenchmarks.ReplayShort), "of 50") with
            {
                Target = Target.RatioAtMost(1.5),
            },
            Row("a warm turn", nameof(TurnBenchmarks.WarmTurn), nameof(TurnBenchmarks.CallWithoutReplay), "plain call"),
            Row("writing a turn's history", nameof(TurnBenchmarks.WriteHistory), nameof(TurnBenchmarks.CallWithoutReplay), "plain call"),
            Row("reading a turn's history", nameof(TurnBenchmarks.ReadHistory), nameof(TurnBenchmarks.CallWithoutReplay), "plain call"),
        ];
    }
}
