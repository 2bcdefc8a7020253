using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Rectify.Office.Access;

namespace Rectify.Functions.Access;

/// <summary>
/// Stores the Data Protection keys, which seal form tickets, in the installation's storage, so that every instance can open what another
/// has sealed.
/// </summary>
internal sealed class ProtectionKeys(IAccessStore store) : IXmlRepository
{
    // The framework's interface is synchronous; it is called rarely and does not block other work.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.ListAsync(AccessRowKind.ProtectionKey, CancellationToken.None).GetAwaiter().GetResult().Select(
            row => XElement.Parse(row.Value))];

    public void StoreElement(XElement element, string friendlyName) => store.AddAsync(
        new AccessRow(AccessRowKind.ProtectionKey, friendlyName, element.ToString(SaveOptions.DisableFormatting), null),
        CancellationToken.None)
        .GetAwaiter().GetResult();
}
