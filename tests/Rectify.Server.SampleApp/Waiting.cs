namespace Rectify.Server.SampleApp;

public sealed class Waiting
{
    public TaskCompletionSource Began { get; } = new();
}
