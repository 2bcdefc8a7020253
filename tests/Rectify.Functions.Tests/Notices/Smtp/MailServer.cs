using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Rectify.Mail.Smtp;

namespace Rectify.Functions.Tests.Notices.Smtp;

/// <summary>A real SMTP server, the npm package smtp-server in a process of its own, with a certificate made for it.</summary>
/// <remarks>The recipient says what goes wrong; see <c>tests/mailserver/server.js</c>.</remarks>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;

    private MailServer(Process process, DirectoryInfo folder, SmtpSettings settings) =>
        (this.process, this.folder, Settings) = (process, folder, settings);

    /// <summary>How it is reached, with the right sign-in unless it has no TLS.</summary>
    public SmtpSettings Settings { get; }

    public static async Task<MailServer> StartAsync(SmtpTls tls)
    {
        var home = Path.Combine(Here(), "..", "..", "..", "mailserver");
        SkipUnlessInstalled(home);
        var folder = Directory.CreateTempSubdirectory("rectify-mailserver-");
        using var certificate = Certificate();
        var (cert, key) = (Path.Combine(folder.FullName, "cert.pem"), Path.Combine(folder.FullName, "key.pem"));
        await File.WriteAllTextAsync(cert, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(key, certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem(),
            TestContext.Current.CancellationToken);

        var mode = Domain.WireName.Of(tls);
        var process =
            Process.Start(
                new ProcessStartInfo("node", ["server.js", mode, cert, key]) { WorkingDirectory = home, RedirectStandardOutput = true })!;
        var port = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new MailServer(process, folder, new SmtpSettings
        {
            Host = "127.0.0.1",
            Port = int.Parse(port!, CultureInfo.InvariantCulture),
            Tls = tls,
            SignIn = tls == SmtpTls.None ? null : new System.Net.NetworkCredential("office", "right horse"),
            Fingerprint = certificate.GetCertHash(HashAlgorithmName.SHA256),
            TimeLimit = TimeSpan.FromSeconds(20),
        });
    }

    /// <summary>The next mail that it has taken.</summary>
    public async Task<Taken> TakenAsync() => JsonSerializer.Deserialize<Taken>(
        (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!, JsonSerializerOptions.Web)!;

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    // CI installs it: there a test that cannot run is a test that failed.
    private static void SkipUnlessInstalled(string home)
    {
        if (Directory.Exists(Path.Combine(home, "node_modules", "smtp-server"))) return;

        const string missing = "The mail server of the tests is missing: run npm ci in tests/mailserver (Node.js 20 or newer).";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.Skip(missing);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail.yongping.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    internal sealed record Taken(string From, string[] To, string? User, bool Secure, string Raw);
}
