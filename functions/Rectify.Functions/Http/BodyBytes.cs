using Microsoft.AspNetCore.Http;

namespace Rectify.Functions.Http;

/// <summary>Reads a body up to a size, whether or not the request states one.</summary>
internal static class BodyBytes
{
    /// <summary>The bytes; null when there are more than allowed.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes)
    {
        if (request.ContentLength > maxBytes) return null;

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > maxBytes) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    public static Problem TooLarge(int maxBytes) =>
        Problem.Of(413, "body-too-large", "The body is too large", $"A body is at most {maxBytes} bytes ({maxBytes / 1024 / 1024} MB).");
}
