using System.Text.Json;

namespace Azure.Communication.Email;

/// <summary>What the service says of the sending of a mail.</summary>
public class EmailSendResult
{
    private readonly string status;

    private EmailSendResult(string id, string status) => (Id, this.status) = (id, status);

    internal string Id { get; }

    internal static EmailSendResult Read(Response response)
    {
        using var document = JsonDocument.Parse(response.Content);
        var root = document.RootElement;
        return new EmailSendResult(root.GetProperty("id").GetString(), root.GetProperty("status").GetString());
    }

    // Statuses are compared without regard to case, and the service may add some.
    internal bool Is(string name) => string.Equals(status, name, StringComparison.OrdinalIgnoreCase);
}
