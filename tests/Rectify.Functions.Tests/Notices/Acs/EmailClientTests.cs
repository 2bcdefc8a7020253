using Azure;
using Azure.Communication.Email;
using Azure.Core;

namespace Rectify.Functions.Tests.Notices.Acs;

/// <summary>The client as the published package has it: the same source runs against that one.</summary>
public sealed class EmailClientTests : IAsyncLifetime
{
    private static readonly Guid Id = new("0f8fad5b-d9cb-869f-a165-70867728950e");

    private AcsServer server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await AcsServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task An_operation_is_asked_about_until_it_has_ended()
    {
        var client = new EmailClient(server.ConnectionString, new EmailClientOptions());
        var operation = await client.SendAsync(WaitUntil.Started, Message(), Id, Cancellation);
        Assert.Equal((Id.ToString(), false, false), (operation.Id, operation.HasCompleted, operation.HasValue));
        Assert.Throws<InvalidOperationException>(() => operation.Value);
        Assert.Equal(202, operation.GetRawResponse().Status);

        await operation.UpdateStatusAsync(Cancellation);
        Assert.False(operation.HasCompleted);
        server.Operations[Id.ToString()] = "Succeeded";
        var result = await operation.WaitForCompletionAsync(TimeSpan.FromMilliseconds(1), Cancellation);

        Assert.Equal((true, true, result.Value), (operation.HasCompleted, operation.HasValue, operation.Value));
    }

    [Fact]
    public async Task An_operation_that_failed_throws_for_ever()
    {
        server.Operations[Id.ToString()] = "Failed";
        var operation = new EmailSendOperation(Id.ToString(), new EmailClient(server.ConnectionString, new EmailClientOptions()));
        Assert.Throws<InvalidOperationException>(() => operation.GetRawResponse());

        Assert.Throws<RequestFailedException>(() => operation.UpdateStatus(Cancellation));
        await Assert.ThrowsAsync<RequestFailedException>(async () => await operation.UpdateStatusAsync(Cancellation));
        Assert.Throws<RequestFailedException>(() => operation.Value);
        Assert.Equal((true, false), (operation.HasCompleted, operation.HasValue));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_mail_that_lacks_something_is_not_sent()
    {
        var client = new EmailClient(server.ConnectionString, new EmailClientOptions());
        EmailMessage[] lacking =
        [
            new("", new EmailRecipients([new("a@b.example", "A")]), new EmailContent("s") { PlainText = "p" }),
            new("a@b.example", new EmailRecipients([]), new EmailContent("s") { PlainText = "p" }),
            new("a@b.example", new EmailRecipients([new("a@b.example", "A")]), new EmailContent(" ") { PlainText = "p" }),
            new("a@b.example", new EmailRecipients([new("a@b.example", "A")]), new EmailContent("s")),
            new("a@b.example", new EmailRecipients([new("a@b.example", "A")]),
                new EmailContent("s") { PlainText = "p" }) { Headers = { ["X-Empty"] = " " } },
        ];

        foreach (var message in lacking)
            await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(WaitUntil.Started, message, Id, Cancellation));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.SendAsync(WaitUntil.Started, null, Id, Cancellation));
        Assert.Empty(server.Requests);
    }

    // The pipeline's own rule: a token over a readable connection would be anybody's.
    [Fact]
    public async Task A_token_is_not_sent_over_a_readable_connection()
    {
        var client = new EmailClient(new Uri(server.Endpoint), new FixedToken());

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(WaitUntil.Started, Message(), Id, Cancellation));
        Assert.Empty(server.Requests);
    }

    private static EmailMessage Message() =>
        new("office@yongping.example", new EmailRecipients([new("wang@oubei.example", "王敏")]),
            new EmailContent("主题") { PlainText = "正文" });

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", TimeProvider.System.GetUtcNow().AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
