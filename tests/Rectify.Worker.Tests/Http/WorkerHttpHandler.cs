using System.Net;
using Rectify.Worker.Tests.Functions;
using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Http;

/// <summary>Sends a request the way the Functions host does: routes it, and proxies it to the worker's own web server.</summary>
/// <remarks>The function itself is invoked over the stream meanwhile; the worker brings both together by the invocation's id.</remarks>
internal sealed class WorkerHttpHandler(Workers workers, FunctionCaller caller) : HttpMessageHandler
{
    private const string Invocation = "x-ms-invocation-id";

    private readonly HttpMessageInvoker proxy = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var worker = await workers.CurrentAsync(cancellationToken);
        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        if (worker.Routes.Find(request.Method, path) is not var (function, values)) return new HttpResponseMessage(HttpStatusCode.NotFound);

        var invocation = caller.Make(function, new TypedData { Http = new RpcHttp() });
        foreach (var (name, value) in values) invocation.TriggerMetadata[name] = new TypedData { String = value?.ToString() ?? "" };

        request.RequestUri = new Uri(worker.Http, request.RequestUri.PathAndQuery);
        request.Headers.Remove(Invocation);
        request.Headers.Add(Invocation, invocation.InvocationId);
        var invoked = worker.Stream.InvokeAsync(invocation);
        var response = await proxy.SendAsync(request, cancellationToken).WaitAsync(Workers.Limit, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);

        var result = (await invoked.WaitAsync(Workers.Limit, cancellationToken)).Result;
        if (result.Status == StatusResult.Types.Status.Success) return response;

        worker.Process.Write($"{function.Name}: {result.Exception?.Message}");
        response.Dispose();
        return new HttpResponseMessage(HttpStatusCode.InternalServerError);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) proxy.Dispose();
        base.Dispose(disposing);
    }
}
