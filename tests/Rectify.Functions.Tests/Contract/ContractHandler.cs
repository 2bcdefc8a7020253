namespace Rectify.Functions.Tests.Contract;

/// <summary>Lets requests pass and fails the test when the running app answers otherwise than the contract says.</summary>
internal sealed class ContractHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var (path, what) = (request.RequestUri!.AbsolutePath, $"{request.Method} {request.RequestUri!.PathAndQuery}");
        var sent = request.Content is { Headers.ContentType.MediaType: "application/json" } json
            ? await json.ReadAsStringAsync(cancellation) : null;
        var response = await base.SendAsync(request, cancellation);
        if (!path.StartsWith("/api/", StringComparison.Ordinal) && !path.StartsWith("/feeds/", StringComparison.Ordinal)) return response;

        var (status, operation) = ((int)response.StatusCode, PublishedContract.OperationOf(request.Method, path));
        if (operation is null)
        {
            Assert.True(status is 404 or 405, $"{what} answered {status} and is not in the contract.");
            return response;
        }

        await response.Content.LoadIntoBufferAsync(cancellation);
        var answer = PublishedContract.FaultOfAnswer(operation, status, response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(cancellation));
        Assert.True(answer.Length == 0, $"{what}: {answer}");
        if (!response.IsSuccessStatusCode || sent is null) return response;

        var refused = PublishedContract.FaultOfRequest(operation, sent);
        Assert.True(refused.Length == 0, $"{what} was accepted, and the contract refuses its body: {refused}");
        return response;
    }
}
