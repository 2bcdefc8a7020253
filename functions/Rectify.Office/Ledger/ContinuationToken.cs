using System.Buffers.Text;
using System.Text;
using Rectify.Domain;
using Rectify.Office.Requests;

namespace Rectify.Office.Ledger;

/// <summary>Where a list goes on: the key of the last row given out, opaque to the caller and valid for one kind of list only.</summary>
public static class ContinuationToken
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The token after a row.</summary>
    public static string After(string list, string key) => Base64Url.EncodeToString(StrictUtf8.GetBytes($"{list}:{key}"));

    /// <summary>The key in a token; null without a token.</summary>
    /// <exception cref="FormatException">The token does not come from this list.</exception>
    public static string? Key(string list, string? token)
    {
        if (token is null) return null;
        try
        {
            var text = StrictUtf8.GetString(Base64Url.DecodeFromChars(token));
            if (text.StartsWith($"{list}:", StringComparison.Ordinal) && text.Length > list.Length + 1) return text[(list.Length + 1)..];
        }
        catch (Exception error) when (error is FormatException or DecoderFallbackException)
        {
            throw Malformed(error);
        }

        throw Malformed();
    }

    /// <summary>The number in a token; 0 without a token.</summary>
    /// <exception cref="FormatException">The token does not come from this list.</exception>
    public static long Number(string list, string? token)
    {
        if (Key(list, token) is not { } key) return 0;
        return Digits.TryRead(key, out long number) ? number : throw Malformed();
    }

    /// <summary>
    /// Makes a slice of <paramref name="top"/> items from rows that were read with one more, which tells whether the list goes on.
    /// </summary>
    public static Slice<T> Slice<T>(string list, IReadOnlyList<T> read, int top, Func<T, string> key) =>
        read.Count > top ? new([.. read.Take(top)], After(list, key(read[top - 1]))) : new(read, null);

    /// <summary>What is thrown for a token that does not come from this list.</summary>
    public static FormatException Malformed(Exception? inner = null) =>
        new("The continuation is malformed: pass back exactly what the previous part of this list gave.", inner);
}
