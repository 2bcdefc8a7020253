#nullable disable

namespace Azure.Communication.Email;

/// <summary>A mail address with the name that is shown for it.</summary>
public readonly struct EmailAddress
{
    /// <summary>An address without a name.</summary>
    /// <exception cref="ArgumentNullException">The address is null.</exception>
    public EmailAddress(string address)
        : this(address, null)
    {
    }

    /// <summary>An address with a name.</summary>
    /// <exception cref="ArgumentNullException">The address is null.</exception>
    public EmailAddress(string address, string displayName)
    {
        ArgumentNullException.ThrowIfNull(address);
        (Address, DisplayName) = (address, displayName);
    }

    /// <summary>The address.</summary>
    public string Address { get; }

    /// <summary>The name that is shown for it; null for none.</summary>
    public string DisplayName { get; }
}
