using System.Text;
using MailKit;
using Rectify.Domain;

namespace Rectify.Mail.Smtp;

/// <summary>Keeps the last reply of the mail server. When a connection breaks, the reply tells how far the mail had come.</summary>
/// <remarks>What the client sends is ignored, since it includes the password.</remarks>
internal sealed class SmtpConversation : IProtocolLogger
{
    // RFC 5321, 4.5.3.1.5: a reply line has at most 512 octets.
    private const int LongestLine = 512;

    private readonly StringBuilder line = new();

    /// <summary>Code of the last reply; 0 before the first reply.</summary>
    public int Code { get; private set; }

    /// <summary>Whether the server has asked for the content (354): from then on it may have accepted the mail.</summary>
    public bool ContentWasAsked { get; private set; }

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void LogConnect(Uri uri)
    {
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        foreach (var octet in buffer.AsSpan(offset, count))
        {
            if (octet == '\n') EndLine();
            else if (line.Length < LongestLine) line.Append((char)octet);
        }
    }

    public void Dispose()
    {
    }

    // A line "250-…" is followed by more lines of the reply, a line "250 …" is its last (RFC 5321, 4.2.1).
    private void EndLine()
    {
        var line = this.line.ToString().TrimEnd('\r');
        this.line.Clear();
        if (line.Length < 3 || !Digits.TryRead(line.AsSpan(0, 3), out int code)) return;
        if (line.Length > 3 && line[3] == '-') return;

        Code = code;
        ContentWasAsked |= code == 354;
    }
}
