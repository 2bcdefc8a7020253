using MimeKit;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Mail.Files;

/// <summary>Writes mails as <c>.eml</c> files into a folder, where a mail program can open them or a relay picks them up.</summary>
/// <param name="folder">Where the files go; created with the first mail.</param>
/// <param name="sender">The office that sends.</param>
/// <exception cref="FormatException">The sender's name or address is not valid in a mail.</exception>
public sealed class EmlMailer(string folder, Recipient sender) : IMailer
{
    private readonly MailboxAddress sender = MailAddress.Of(sender);

    /// <summary>The same mail gives the same file, byte for byte, so that it can be written again.</summary>
    public RepeatPolicy Repeat => RepeatPolicy.Repeatable;

    /// <inheritdoc/>
    public async Task<Handover> SendAsync(Notice notice, CancellationToken cancellation)
    {
        try
        {
            using var message = EmlMessage.Of(notice, this.sender);
            await WriteAsync(message, EmlMessage.FileNameOf(notice.Id), cancellation);
            return new Handover.Accepted();
        }
        catch (FormatException malformed)
        {
            return new Handover.Refused(malformed.Message);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return new Handover.NotNow($"The mail folder cannot be written ({failed.GetType().Name}).");
        }
    }

    /// <inheritdoc/>
    public Task<Handover> AskAsync(Notice notice, CancellationToken cancellation) => Task.FromResult<Handover>(
        File.Exists(Path.Combine(folder, $"{EmlMessage.FileNameOf(notice.Id)}.eml"))
            ? new Handover.Accepted()
            : new Handover.NotNow("The mail folder does not have it."));

    /// <summary>Writes and removes a file, so that a full or write-protected disk is noticed before a mail is to be written.</summary>
    /// <exception cref="IOException">Nothing can be written to the folder.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
            // Each check has a file of its own name, so that checks at the same time do not disturb each other.
            await using var probe = new FileStream(
                Path.Combine(folder, $".check-{Path.GetRandomFileName()}"), FileMode.CreateNew, FileAccess.Write, FileShare.Delete, 1,
                FileOptions.DeleteOnClose);
            await probe.WriteAsync("check"u8.ToArray(), cancellation);
            probe.Flush(flushToDisk: true);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException("The mail folder cannot be written.", denied);
        }
    }

    private async Task WriteAsync(MimeMessage message, string name, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, $".{name}.tmp");

        // Every attempt uses the same name, so that it overwrites the unfinished file of an earlier attempt and such files do not pile up.
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            var format = FormatOptions.Default.Clone();
            format.NewLineFormat = NewLineFormat.Dos;
            await message.WriteToAsync(format, file, cancellation);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, Path.Combine(folder, $"{name}.eml"), overwrite: true);
    }
}
