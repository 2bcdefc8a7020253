using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Rectify.Functions.Http;
using Rectify.Functions.Middleware;

namespace Rectify.Functions.Tests.Http;

/// <summary>What a function throws because nobody is left to answer, in whichever host.</summary>
public sealed class LeavingClientTests
{
    public static TheoryData<Exception, bool, bool> Endings => new()
    {
        { new OperationCanceledException(), true, true },
        { new IOException("The client reset the request stream."), true, true },
        { new ClientGoneException(new IOException()), false, true },
        // an error of the app
        { new OperationCanceledException(), false, false },
        { new IOException("The disk failed."), false, false },
        { new InvalidOperationException(), true, false },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Only_what_ends_with_its_client_ends_in_silence(Exception thrown, bool isAborted, bool isSilent)
    {
        var context = Substitute.For<FunctionContext>();
        var http = new DefaultHttpContext { RequestAborted = new CancellationToken(isAborted) };
        context.Items.Returns(new Dictionary<object, object> { ["HttpRequestContext"] = http });
        var middleware = new LeavingClient(NullLogger<LeavingClient>.Instance);

        var ended = await Record.ExceptionAsync(() => middleware.Invoke(context, _ => throw thrown));

        Assert.Equal(isSilent ? null : thrown, ended);
    }
}
