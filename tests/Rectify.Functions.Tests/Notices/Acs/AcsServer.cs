using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Rectify.Functions.Tests.Notices.Acs;

/// <summary>The mail service's REST API on a loopback port: it checks every signature and answers as a test says.</summary>
internal sealed class AcsServer : IAsyncDisposable
{
    public static readonly string Key = Convert.ToBase64String(Encoding.UTF8.GetBytes("the access key of a test resource"));

    private readonly WebApplication app;
    private readonly TaskCompletionSource ended = new();

    private AcsServer(WebApplication app) => this.app = app;

    /// <summary>Requests with a right signature, oldest first.</summary>
    public List<Received> Requests { get; } = [];

    /// <summary>Operations that the service knows, by id, with their status.</summary>
    public Dictionary<string, string> Operations { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How a send is answered; the default takes it.</summary>
    public Func<HttpContext, Received, Task>? OnSend { get; set; }

    /// <summary>How a question is answered; the default knows what it has taken.</summary>
    public Func<HttpContext, Task>? OnAsk { get; set; }

    public string Endpoint => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public string ConnectionString => $"endpoint={Endpoint}/;accesskey={Key}";

    public static async Task<AcsServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new AcsServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async Task TakeAsync(HttpContext http, Received request)
    {
        Operations[request.OperationId!] = "Running";
        http.Response.Headers["Operation-Location"] = $"{Endpoint}/emails/operations/{request.OperationId}";
        await AnswerAsync(http, 202, $$"""{"id":"{{request.OperationId}}","status":"Running"}""");
    }

    public static Task RefuseAsync(HttpContext http, int status, string code, string? retryAfter = null)
    {
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        // As the service does, the text repeats what was sent.
        return AnswerAsync(http, status, $$"""{"error":{"code":"{{code}}","message":"wang@oubei.example is not welcome"} }""");
    }

    /// <summary>Answers nothing until the test is over.</summary>
    public Task BeSilentAsync(HttpContext http) => ended.Task.WaitAsync(http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    public async ValueTask DisposeAsync()
    {
        ended.TrySetResult();
        await app.DisposeAsync();
    }

    private static Task AnswerAsync(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var request = new Received(
            http.Request.Method, $"{http.Request.Path}{http.Request.QueryString}", http.Request.Headers["Operation-Id"],
            Encoding.UTF8.GetString(body.ToArray()));
        if (!IsSigned(http.Request, body.ToArray()))
        {
            await RefuseAsync(http, 401, "Denied");
            return;
        }

        lock (Requests) Requests.Add(request);
        if (request.Method == "POST") await (OnSend ?? TakeAsync)(http, request);
        else if (OnAsk is not null) await OnAsk(http);
        else if (http.Request.Path.Value!.Split('/')[^1] is var id && Operations.TryGetValue(id, out var status))
            await AnswerAsync(http, 200,
                $$"""{"id":"{{id}}","status":"{{status}}","error":{"code":"EmailDroppedAllRecipientsSuppressed"} }""");
        else await RefuseAsync(http, 404, "NotFound");
    }

    // Computed here from the service's documentation, and not by the code under test.
    private static bool IsSigned(HttpRequest request, byte[] body)
    {
        var date = request.Headers["x-ms-date"].ToString();
        var hash = Convert.ToBase64String(SHA256.HashData(body));
        var text = $"{request.Method}\n{request.Path}{request.QueryString}\n{date};{request.Host};{hash}";
        using var hmac = new HMACSHA256(Convert.FromBase64String(Key));
        var signature = Convert.ToBase64String(hmac.ComputeHash(Encoding.ASCII.GetBytes(text)));
        return request.Headers["x-ms-content-sha256"] == hash
            && DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && request.Headers.Authorization == $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}";
    }

    internal sealed record Received(string Method, string PathAndQuery, string? OperationId, string Body);
}
