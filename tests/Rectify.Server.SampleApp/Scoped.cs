namespace Rectify.Server.SampleApp;

public sealed class Scoped(List<Scoped> all) : IDisposable
{
    public int Uses { get; private set; }

    public TaskCompletionSource Disposed { get; } = new();

    public void Use()
    {
        Uses++;
        all.Add(this);
    }

    public void Dispose() => Disposed.SetResult();
}
