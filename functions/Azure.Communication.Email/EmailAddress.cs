namespace Azure.Communication.Email;

/// <summary>A mail address with the name that is shown for it.</summary>
public readonly struct EmailAddress
{
    /// <summary>An address with a name.</summary>
    /// <exception cref="ArgumentNullException">The address is null.</exception>
    public EmailAddress(string address, string displayName)
    {
        ArgumentNullException.ThrowIfNull(address);
        (Address, DisplayName) = (address, displayName);
    }

    internal string Address { get; }

    internal string DisplayName { get; }
}
