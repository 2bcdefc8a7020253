namespace Rectify.Bench.Engine;

/// <summary>How much is measured.</summary>
/// <param name="Repetitions">Of each load; the median counts.</param>
/// <param name="Orchestrations">Per repetition.</param>
/// <param name="Waiting">Instances that wait while the engine starts.</param>
/// <param name="IdleWindow">How long the waiting engine is watched.</param>
/// <param name="Due">Timers due at one instant.</param>
/// <param name="Lone">Timers due alone.</param>
/// <param name="Few">Stored instances of the small store.</param>
/// <param name="Many">Stored instances of the large store.</param>
/// <param name="LongHistory">Events of the long history; the short one has 50.</param>
/// <param name="InnerMilliseconds">Length of one iteration of the inner parts.</param>
internal sealed record EngineSizes(
    int Repetitions, int Orchestrations, int Waiting, TimeSpan IdleWindow, int Due, int Lone, int Few, int Many, int LongHistory,
    int InnerMilliseconds)
{
    public static readonly EngineSizes Full = new(7, 2_000, 100_000, TimeSpan.FromSeconds(20), 10_000, 100, 1_000, 1_000_000, 5_000, 200);

    public static readonly EngineSizes Quick = new(3, 1_000, 20_000, TimeSpan.FromSeconds(3), 2_000, 20, 1_000, 50_000, 1_000, 25);
}
