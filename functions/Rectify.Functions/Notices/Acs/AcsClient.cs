using Azure.Communication.Email;
using Azure.Identity;

namespace Rectify.Functions.Notices.Acs;

/// <summary>Makes the client of Azure Communication Services as mails need it.</summary>
internal static class AcsClient
{
    private const string Form = "The setting Mail:Acs is a connection string (endpoint=…;accesskey=…) or an address that begins with https://.";

    /// <summary>A client for the setting <c>Mail:Acs</c>.</summary>
    /// <param name="setting">A connection string, or the resource's address for a managed identity or a developer's sign-in.</param>
    /// <param name="timeLimit">How long an answer may take.</param>
    /// <exception cref="InvalidOperationException">It is neither. The message does not repeat it.</exception>
    public static EmailClient Of(string setting, TimeSpan timeLimit)
    {
        // A retry of the client's own would send a mail again without anybody knowing what became of the first.
        var options = new EmailClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = timeLimit } };
        try
        {
            return Uri.TryCreate(setting, UriKind.Absolute, out var endpoint) && endpoint.Scheme == Uri.UriSchemeHttps
                ? new EmailClient(endpoint, new DefaultAzureCredential(), options)
                : new EmailClient(Checked(setting), options);
        }
        catch (Exception malformed) when (malformed is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidOperationException(Form);
        }
    }

    // A key that is not base64 would be noticed with the first mail only.
    private static string Checked(string setting)
    {
        var key = setting.Split(';').Select(part => part.Trim()).SingleOrDefault(part => part.StartsWith("accesskey=", StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException();
        return Convert.FromBase64String(key[(key.IndexOf('=', StringComparison.Ordinal) + 1)..]).Length > 0 ? setting : throw new FormatException();
    }
}
