using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Email;

/// <summary>Sends mails through Azure Communication Services.</summary>
public class EmailClient
{
    private const string Scope = "https://communication.azure.com//.default";

    private readonly HttpPipeline pipeline;
    private readonly Uri endpoint;
    private readonly string apiVersion;

    /// <summary>A client with an access key.</summary>
    /// <param name="connectionString"><c>endpoint=…;accesskey=…</c>, as the resource shows it.</param>
    /// <param name="options">Options; null for those of a new instance.</param>
    /// <exception cref="ArgumentException">The connection string is null or empty.</exception>
    /// <exception cref="InvalidOperationException">It is no connection string.</exception>
    public EmailClient(string connectionString, EmailClientOptions options)
        : this(ConnectionString.Parse(connectionString), options ?? new EmailClientOptions())
    {
    }

    /// <summary>A client with a token, such as that of a managed identity.</summary>
    /// <param name="endpoint">Where the resource is reached.</param>
    /// <param name="credential">Gives the tokens.</param>
    /// <param name="options">Options; null for those of a new instance.</param>
    /// <exception cref="ArgumentNullException">Endpoint or credential is null.</exception>
    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions options = null)
        : this(
            NotNull(endpoint, nameof(endpoint)), new BearerTokenAuthenticationPolicy(NotNull(credential, nameof(credential)), Scope),
            options ?? new EmailClientOptions())
    {
    }

    private EmailClient(ConnectionString connectionString, EmailClientOptions options)
        : this(
            new Uri(connectionString.GetRequired("endpoint")),
            new HMACAuthenticationPolicy(new AzureKeyCredential(connectionString.GetRequired("accesskey"))), options)
    {
    }

    private EmailClient(Uri endpoint, HttpPipelinePolicy authentication, EmailClientOptions options)
    {
        this.endpoint = new Uri(endpoint.AbsoluteUri);
        pipeline = HttpPipelineBuilder.Build(options, authentication);
        apiVersion = options.ApiVersion;
    }

    /// <summary>Queues a mail to be sent.</summary>
    /// <param name="wait">Whether to return when the service has it or when it is out for delivery.</param>
    /// <param name="message">The mail.</param>
    /// <param name="operationId">The id under which the service keeps the operation.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="ArgumentException">The mail lacks something.</exception>
    /// <exception cref="RequestFailedException">The service refused it or did not answer, or the sending failed.</exception>
    public virtual async Task<EmailSendOperation> SendAsync(
        WaitUntil wait, EmailMessage message, Guid operationId, CancellationToken cancellationToken = default)
    {
        NotNull(message, nameof(message)).Validate();
        using var request = Create(RequestMethod.Post, "/emails:send");
        request.Request.Headers.Add("Operation-Id", operationId.ToString());
        request.Request.Headers.Add("Content-Type", "application/json");
        request.Request.Content = RequestContent.Create(message.ToJson());
        await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var response = Expect(202, request.Response);

        var operation = new EmailSendOperation(EmailSendResult.Read(response).Id, this, response);
        if (wait == WaitUntil.Completed) await operation.WaitForCompletionAsync(cancellationToken).ConfigureAwait(false);
        return operation;
    }

    internal async Task<Response<EmailSendResult>> GetSendResultAsync(string id, CancellationToken cancellationToken)
    {
        using var request = CreateGetSendResult(id);
        await pipeline.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return Read(request.Response);
    }

    internal Response<EmailSendResult> GetSendResult(string id, CancellationToken cancellationToken)
    {
        using var request = CreateGetSendResult(id);
        pipeline.Send(request, cancellationToken);
        return Read(request.Response);
    }

    private static Response<EmailSendResult> Read(Response response) =>
        Response.FromValue(EmailSendResult.Read(Expect(200, response)), response);

    private static Response Expect(int status, Response response) =>
        response.Status == status ? response : throw new RequestFailedException(response);

    private static T NotNull<T>(T value, string name) where T : class => value ?? throw new ArgumentNullException(name);

    private HttpMessage CreateGetSendResult(string id) => Create(RequestMethod.Get, $"/emails/operations/{Uri.EscapeDataString(id)}");

    private HttpMessage Create(RequestMethod method, string path)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(endpoint);
        message.Request.Uri.AppendPath(path, escape: false);
        message.Request.Uri.AppendQuery("api-version", apiVersion, escapeValue: true);
        message.Request.Headers.Add("Accept", "application/json");
        return message;
    }
}
