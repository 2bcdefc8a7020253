using System.Runtime.Versioning;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>The process may not write. A process without capabilities tries, because rights do not bind root.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FaultRightsTests
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Folder = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string[] Powerless => Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : [];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_may_not_be_written_is_refused_with_the_reason(bool folderToo)
    {
        await using var host = await EngineHarness.StartAsync(_ => { });
        await host.Engine.StopAsync(Token);
        var folder = Path.GetDirectoryName(host.Path)!;
        var before = File.ReadAllBytes(host.Path);
        File.SetUnixFileMode(host.Path, Readable);
        File.SetUnixFileMode(host.Path + ".lock", folderToo ? Readable : Readable | UnixFileMode.UserWrite);
        File.SetUnixFileMode(folder, folderToo ? Folder : Folder | UnixFileMode.UserWrite);
        try
        {
            using var child = new Child(Powerless, ["open", host.Path]);
            var said = await child.ReadAsync(Token);

            Assert.True(await child.EndAsync(Token) == 1, child.Errors);
            Assert.Contains("is read-only", said);
            Assert.Equal(before, File.ReadAllBytes(host.Path));
        }
        finally
        {
            File.SetUnixFileMode(folder, Folder | UnixFileMode.UserWrite);
        }
    }
}
