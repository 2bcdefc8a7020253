using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Rectify.Functions.Tests.Ledger.Tables;

/// <summary>
/// A loopback server before the real one: it refuses requests as a busy service does, and loses answers as a network does.
/// </summary>
internal sealed class FlakyService : IAsyncDisposable
{
    private static readonly string[] OfTheConnection = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive", "Content-Length",
        "Expect"];

    private readonly WebApplication web;
    // The client repeats a request six times; a service that fails more often is down, which is another test.
    private const int MostForARequest = 3;

    private readonly HttpClient http = new();
    private readonly ConcurrentDictionary<string, int> suffered = new(StringComparer.Ordinal);
    private readonly Func<Mischief> plan;
    private readonly Uri real;

    private FlakyService(WebApplication web, Uri real, Func<Mischief> plan) => (this.web, this.real, this.plan) = (web, real, plan);

    /// <summary>What is done to a request.</summary>
    public enum Mischief
    {
        None,

        /// <summary>503, and the real server never hears of it.</summary>
        Busy,

        /// <summary>429 with a Retry-After of zero seconds, likewise.</summary>
        Throttled,

        /// <summary>The real server carries it out, and its answer never arrives.</summary>
        LostAnswer,
    }

    /// <summary>The connection string that leads here.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Starts; the plan says what happens to the next request.</summary>
    public static async Task<FlakyService> StartAsync(Func<Mischief> plan)
    {
        var direct = Azurite.ConnectionString;
        var endpoint = direct.Split("TableEndpoint=")[1].TrimEnd(';');
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        var web = builder.Build();
        var service = new FlakyService(web, new Uri(endpoint), plan);
        web.Urls.Add("http://127.0.0.1:0");
        web.Run(service.AnswerAsync);
        await web.StartAsync();
        service.ConnectionString = direct.Replace(new Uri(endpoint).GetLeftPart(UriPartial.Authority), web.Urls.First(),
            StringComparison.Ordinal);
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        switch (Next(context.Request.Headers["x-ms-client-request-id"].ToString()))
        {
            case Mischief.Busy:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case Mischief.Throttled:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = 0.ToString(CultureInfo.InvariantCulture);
                return;
            case Mischief.LostAnswer:
                using (await ForwardAsync(context)) context.Abort();
                return;
        }

        using var answer = await ForwardAsync(context);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!OfTheConnection.Contains(name, StringComparer.OrdinalIgnoreCase)) context.Response.Headers[name] = values.ToArray();
        }

        if (answer.StatusCode != HttpStatusCode.NoContent) await answer.Content.CopyToAsync(context.Response.Body);
    }

    // A repeated request has the id of the first.
    private Mischief Next(string request)
    {
        var next = plan();
        return next == Mischief.None || suffered.AddOrUpdate(request, 1, (_, times) => times + 1) <= MostForARequest ? next : Mischief.None;
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpContext context)
    {
        // The target as it was sent: an unescaped path would not fit its signature any more.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), real.GetLeftPart(UriPartial.Authority) + target);
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (body.Length > 0) request.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in context.Request.Headers)
        {
            if (OfTheConnection.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return await http.SendAsync(request);
    }
}
