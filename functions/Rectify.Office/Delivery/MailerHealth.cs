namespace Rectify.Office.Delivery;

/// <summary>
/// Finds out whether mails can be handed over. The mail system is asked at most once a minute, because anybody may ask for the health of
/// the app.
/// </summary>
public sealed class MailerHealth(IMailer mailer, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1);
    private DateTimeOffset? askedAt;
    private IOException? finding;

    /// <exception cref="IOException">Mails could not be handed over.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (askedAt is not { } asked || time.GetUtcNow() - asked >= Validity)
            {
                this.finding = await AskAsync(cancellation);
                askedAt = time.GetUtcNow();
            }
        }
        finally
        {
            gate.Release();
        }

        if (this.finding is { } finding) throw new IOException(finding.Message);
    }

    public void Dispose() => gate.Dispose();

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
