using System.Net;
using Rectify.Functions.Tests.Board;
using Rectify.Functions.Tests.Journeys;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Functions.Tests.Access;

/// <summary>What names persons is kept by nobody on the way, and by nobody beside the office.</summary>
public class PrivacyTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Theory]
    [InlineData("/api/officials")]
    [InlineData("/api/officials/o-1")]
    [InlineData("/api/eligibility?subject=official:o-1")]
    [InlineData("/api/registry/export?kind=officials")]
    [InlineData("/api/cases")]
    [InlineData("/api/cases/none")]
    [InlineData("/api/export?format=csv")]
    public async Task An_answer_over_the_interface_is_not_stored_and_not_guessed_at(string route)
    {
        await using var app = await App.StartAsync("2026-03-30 09:00");

        using var answer = await app.Http.GetAsync(route, TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_key_in_the_address_is_no_key()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", Boards.Keys);

        using var answer = await app.WithoutKey.GetAsync("/api/cases?code=reader-key-of-the-tests", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public void A_new_data_folder_is_its_owners_alone_and_so_becomes_one_that_holds_a_ledger()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        var parent = Directory.CreateTempSubdirectory("rectify-private-");
        try
        {
            var (made, older) = (Path.Combine(parent.FullName, "a", "b"), parent.CreateSubdirectory("older").FullName);
            var shared = parent.CreateSubdirectory("shared").FullName;
            File.WriteAllText(Path.Combine(older, "ledger.db"), "");
            File.WriteAllText(Path.Combine(shared, "letter.txt"), "");
            const UnixFileMode Everybody =
                OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
            File.SetUnixFileMode(older, Everybody);
            File.SetUnixFileMode(shared, Everybody);

            foreach (var folder in (string[])[made, older, shared]) PrivateFolder.Create(folder);

            Assert.Equal(
                [OwnerOnly, OwnerOnly, Everybody],
                [File.GetUnixFileMode(made), File.GetUnixFileMode(older), File.GetUnixFileMode(shared)]);
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }
}
