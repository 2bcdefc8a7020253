namespace Rectify.Office.Requests;

/// <summary>The lengths that free text may have. Which characters are allowed is checked before, by <see cref="Text.TextRule"/>.</summary>
public static class TextLimits
{
    public const int Line = 200;
    public const int Page = 20_000;

    /// <summary>Every text that is blank or too long, as one problem; null when all are well.</summary>
    public static Problem? Refuse(params IEnumerable<(string Member, string? Text, int Max)> texts) => Problem.Together(
        texts.Select(one => one.Text switch
        {
            null => null,
            var text when string.IsNullOrWhiteSpace(text) => Problem.Rule(one.Member, RequestMessages.TextBlank.With(one.Max)),
            var text when text.Length > one.Max => Problem.Rule(one.Member, RequestMessages.TextTooLong.With(one.Max, text.Length)),
            _ => null,
        }));
}
