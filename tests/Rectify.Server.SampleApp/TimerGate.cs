namespace Rectify.Server.SampleApp;

public sealed class TimerGate
{
    private int _inside;

    public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Most { get; private set; }

    public void Enter() => Most = Math.Max(Most, Interlocked.Increment(ref _inside));

    public void Leave() => Interlocked.Decrement(ref _inside);
}
