using System.Globalization;
using Rectify.Office.State;

namespace Rectify.Functions.Tests.State;

/// <summary>Shared documents in memory.</summary>
internal sealed class HeldState : IStateStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Text, int Version)> documents = [];

    public Task<StateDocument?> ReadAsync(string name, CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(documents.TryGetValue(name, out var found)
                ? new StateDocument(found.Text, found.Version.ToString(CultureInfo.InvariantCulture))
                : null);
        }
    }

    public Task<bool> TryWriteAsync(string name, string text, string? version, CancellationToken cancellation)
    {
        lock (gate)
        {
            var standing = documents.TryGetValue(name, out var found) ? found.Version.ToString(CultureInfo.InvariantCulture) : null;
            if (standing != version) return Task.FromResult(false);

            documents[name] = (text, found.Version + 1);
            return Task.FromResult(true);
        }
    }
}
