namespace Rectify.Functions.Http;

/// <summary>The lengths that free text may have.</summary>
internal static class Texts
{
    public const int Line = 200;
    public const int Page = 20_000;

    /// <summary>The first text that is blank or too long, as a problem; null when all are well.</summary>
    public static Problem? Refuse(params ReadOnlySpan<(string Member, string? Text, int Max)> texts)
    {
        foreach (var (member, text, max) in texts)
        {
            if (text is null) continue;
            if (string.IsNullOrWhiteSpace(text) || text.Length > max)
                return Problem.Rule("text-length", member, $"{member}: 1 to {max} characters, not only blanks; got {(string.IsNullOrWhiteSpace(text) ? "none" : text.Length)}.");
        }

        return null;
    }
}
