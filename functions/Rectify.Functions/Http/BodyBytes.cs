using Microsoft.AspNetCore.Http;
using Rectify.Office.Requests;

namespace Rectify.Functions.Http;

/// <summary>Reads a request body up to a size and within a time limit, whether or not the request states its size.</summary>
internal static class BodyBytes
{
    /// <summary>How long a whole body may take. The server may refuse a very slow body earlier.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(2);

    /// <summary>The bytes, or a problem when there are too many or they do not come in time.</summary>
    public static Task<Outcome<byte[]>> ReadAsync(HttpRequest request, int maxBytes) => ReadAsync(request, maxBytes, TimeProvider.System);

    /// <summary>The same with a given clock.</summary>
    /// <exception cref="OperationCanceledException">The client has closed the connection.</exception>
    /// <exception cref="ClientGoneException">The same, when the reading notices it first.</exception>
    internal static async Task<Outcome<byte[]>> ReadAsync(HttpRequest request, int maxBytes, TimeProvider clock)
    {
        if (request.ContentLength > maxBytes) return TooLarge(maxBytes);

        var gone = request.HttpContext.RequestAborted;
        using var late = new CancellationTokenSource(MaxTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, gone);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, either.Token)) > 0)
            {
                if (body.Length + read > maxBytes) return TooLarge(maxBytes);
                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !gone.IsCancellationRequested)
        {
            return TooSlow;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode == StatusCodes.Status408RequestTimeout
                ? TooSlow
                : Problem.Of(KindOf(refused), ProblemTitles.BadlyFramed, RequestMessages.BadlyFramed.With(refused.Message));
        }
        catch (IOException broken)
        {
            // The server may signal only a moment later that the request is aborted.
            throw new ClientGoneException(broken);
        }
    }

    // The server itself refuses a malformed body, and one that exceeds its own limit.
    private static ProblemKind KindOf(BadHttpRequestException refused) =>
        refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? ProblemKind.TooLarge : ProblemKind.Malformed;

    public static Problem TooLarge(int maxBytes) =>
        Problem.Of(ProblemKind.TooLarge, ProblemTitles.TooLarge, RequestMessages.TooLarge.With(maxBytes, maxBytes / 1024 / 1024));

    private static Problem TooSlow =>
        Problem.Of(ProblemKind.TooSlow, ProblemTitles.TooSlow, RequestMessages.TooSlow.With((int)MaxTime.TotalSeconds));
}
