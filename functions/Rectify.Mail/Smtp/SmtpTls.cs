namespace Rectify.Mail.Smtp;

/// <summary>How the connection to a mail server is protected.</summary>
public enum SmtpTls
{
    /// <summary>Without TLS: for a server on the same machine only.</summary>
    None,

    /// <summary>With TLS after STARTTLS, which the server must offer (RFC 3207).</summary>
    StartTls,

    /// <summary>With TLS from the first byte (RFC 8314).</summary>
    Implicit,
}
