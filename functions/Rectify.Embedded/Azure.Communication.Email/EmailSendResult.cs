#nullable disable

using System.Text.Json;

namespace Azure.Communication.Email;

/// <summary>What the service says of the sending of a mail.</summary>
public class EmailSendResult
{
    private EmailSendResult(string id, EmailSendStatus status) => (Id, Status) = (id, status);

    /// <summary>How far it has come.</summary>
    public EmailSendStatus Status { get; }

    internal string Id { get; }

    internal static EmailSendResult Read(Response response)
    {
        using var document = JsonDocument.Parse(response.Content);
        return new EmailSendResult(
            document.RootElement.GetProperty("id").GetString(), new EmailSendStatus(document.RootElement.GetProperty("status").GetString()));
    }
}
