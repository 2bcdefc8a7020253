using System.Globalization;
using System.Text;
using MailKit;

namespace Rectify.Mail.Smtp;

/// <summary>Listens to the server's replies and keeps the last one: when a connection breaks, it tells how far the mail had come.</summary>
/// <remarks>What the client says, a password among it, is not looked at.</remarks>
internal sealed class SmtpConversation : IProtocolLogger
{
    // RFC 5321, 4.5.3.1.5: a reply line has at most 512 octets.
    private const int LongestLine = 512;

    private readonly StringBuilder _line = new();

    /// <summary>Code of the last reply; 0 before the first.</summary>
    public int Code { get; private set; }

    /// <summary>Whether the server has asked for the content (354) at some time: from then on a mail may be taken.</summary>
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
            else if (_line.Length < LongestLine) _line.Append((char)octet);
        }
    }

    public void Dispose()
    {
    }

    // "250-" goes on, "250 " ends a reply (RFC 5321, 4.2.1).
    private void EndLine()
    {
        var line = _line.ToString().TrimEnd('\r');
        _line.Clear();
        if (line.Length < 3 || !int.TryParse(line[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return;
        if (line.Length > 3 && line[3] == '-') return;

        Code = code;
        ContentWasAsked |= code == 354;
    }
}
