using Azure.Core;

namespace Azure.Communication.Email;

/// <summary>Options of an <see cref="EmailClient"/>: retries, transport, diagnostics, and the version of the service.</summary>
public class EmailClientOptions : ClientOptions
{
    /// <summary>Options for a version of the service.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stand-in does not call the service in that version.</exception>
    public EmailClientOptions(ServiceVersion version = ServiceVersion.V2025_09_01) =>
        ApiVersion = version == ServiceVersion.V2025_09_01 ? "2025-09-01" : throw new ArgumentOutOfRangeException(nameof(version));

    internal string ApiVersion { get; }

    /// <summary>Versions of the service.</summary>
    public enum ServiceVersion
    {
        /// <summary>The version that release 1.1.0 of the package calls unless told.</summary>
        V2025_09_01 = 5,
    }
}
