using Azure.Core;

namespace Azure.Communication.Email;

/// <summary>Options of an <see cref="EmailClient"/>: retries, transport, diagnostics, and the version of the service.</summary>
public class EmailClientOptions : ClientOptions
{
    /// <summary>Options for a version of the service, the latest unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The service is not called in that version any more.</exception>
    public EmailClientOptions(ServiceVersion version = ServiceVersion.V2025_09_01)
    {
        ApiVersion = version switch
        {
            ServiceVersion.V2023_03_31 => "2023-03-31",
            ServiceVersion.V2024_07_01_Preview => "2024-07-01-preview",
            ServiceVersion.V2025_09_01 => "2025-09-01",
            _ => throw new ArgumentOutOfRangeException(nameof(version)),
        };
    }

    internal string ApiVersion { get; }

    /// <summary>Versions of the service.</summary>
    public enum ServiceVersion
    {
        /// <summary>The first preview; not called any more.</summary>
        V2021_10_01_Preview = 1,

        /// <summary>The second preview; not called any more.</summary>
        V2023_01_15_Preview = 2,

        /// <summary>The first that was released.</summary>
        V2023_03_31 = 3,

        /// <summary>Preview of inline attachments.</summary>
        V2024_07_01_Preview = 4,

        /// <summary>With inline attachments.</summary>
        V2025_09_01 = 5,
    }
}
