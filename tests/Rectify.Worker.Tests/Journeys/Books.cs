using System.Net.Http.Json;
using System.Text.Json;

namespace Rectify.Worker.Tests.Journeys;

/// <summary>What a run has left behind: the entries of its cases and its mails, each as text.</summary>
/// <param name="Entries">The ledger's entries, hashes included, in the order of their sequence.</param>
/// <param name="Mails">
/// The mails by file name. Their lines are sorted: of two steps at one instant either may come first in a digest.
/// </param>
internal sealed record Books(IReadOnlyList<string> Entries, IReadOnlyDictionary<string, string> Mails)
{
    public static async Task<Books> ReadAsync(IOffice office, IEnumerable<string> cases)
    {
        var entries = new List<string>();
        foreach (var id in cases)
        {
            var answer = await office.Http.GetFromJsonAsync<JsonElement>($"/api/cases/{id}/events", TestContext.Current.CancellationToken);
            entries.AddRange(answer.GetProperty("items").EnumerateArray().Select(entry => $"{id} {entry.GetRawText()}"));
        }

        var mails = Directory.GetFiles(Path.Combine(office.Folder, "mail"), "*.eml");
        return new Books(entries, mails.ToDictionary(mail => Path.GetFileName(mail), Sorted));
    }

    /// <summary>Fails with the first difference.</summary>
    public void MustEqual(Books expected)
    {
        Assert.Equal(expected.Entries, Entries);
        Assert.Equal(expected.Mails.Keys.Order(StringComparer.Ordinal), Mails.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected.Mails, mail => Assert.Equal(mail.Value, Mails[mail.Key]));
    }

    private static string Sorted(string mail) => string.Join('\n', File.ReadAllLines(mail).Order(StringComparer.Ordinal));
}
