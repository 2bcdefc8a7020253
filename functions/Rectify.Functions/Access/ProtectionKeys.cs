using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Rectify.Office.Access;

namespace Rectify.Functions.Access;

/// <summary>The ring of keys that seal forms, in the installation's store: what one instance has sealed, every other one opens.</summary>
internal sealed class ProtectionKeys(IAccessStore store) : IXmlRepository
{
    // The framework asks synchronously, seldom, and on no thread that anything else waits for.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.ListAsync(AccessRowKind.ProtectionKey, CancellationToken.None).GetAwaiter().GetResult().Select(
            row => XElement.Parse(row.Value))];

    public void StoreElement(XElement element, string friendlyName) => store.AddAsync(
        new AccessRow(AccessRowKind.ProtectionKey, friendlyName, element.ToString(SaveOptions.DisableFormatting), null),
        CancellationToken.None)
        .GetAwaiter().GetResult();
}
