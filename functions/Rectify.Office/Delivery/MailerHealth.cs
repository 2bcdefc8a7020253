namespace Rectify.Office.Delivery;

/// <summary>
/// Finds out whether mails can be handed over. The mail system is asked at most once a minute, because anybody may ask for the health of
/// the app.
/// </summary>
public sealed class MailerHealth(IMailer mailer, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1);
    private DateTimeOffset? _askedAt;
    private IOException? _finding;

    /// <exception cref="IOException">Mails could not be handed over.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_askedAt is not { } asked || time.GetUtcNow() - asked >= Validity)
            {
                _finding = await AskAsync(cancellation);
                _askedAt = time.GetUtcNow();
            }
        }
        finally
        {
            _gate.Release();
        }

        if (_finding is { } finding) throw new IOException(finding.Message);
    }

    public void Dispose() => _gate.Dispose();

    private async Task<IOException?> AskAsync(CancellationToken cancellation)
    {
        try
        {
            await mailer.CheckAsync(cancellation);
            return null;
        }
        catch (IOException failed)
        {
            return failed;
        }
    }
}
