namespace Rectify.Server.SampleApp;

public sealed class TimerGate
{
    private int inside;

    public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Most { get; private set; }

    public void Enter() => Most = Math.Max(Most, Interlocked.Increment(ref inside));

    public void Leave() => Interlocked.Decrement(ref inside);
}
