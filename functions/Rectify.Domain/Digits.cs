using System.Globalization;

namespace Rectify.Domain;

/// <summary>Whole numbers as they are typed and stored: digits only, without a sign, a blank or a separator.</summary>
public static class Digits
{
    /// <summary>Reads a number; false when the text is anything else or the number is too large.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <inheritdoc cref="TryRead(ReadOnlySpan{char}, out int)"/>
    public static bool TryRead(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
