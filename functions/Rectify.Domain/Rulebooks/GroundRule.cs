using System.Text.Json.Serialization;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>A ground for accountability as a regulation lists it (情形).</summary>
/// <param name="Code">
/// Names the ground in requests and in cases; unique in the rulebook, 1 to 40 letters, digits, full stops and hyphens.
/// </param>
/// <param name="Chinese">Its words, which documents cite.</param>
/// <param name="English">The same in English.</param>
/// <param name="Source">The article.</param>
/// <param name="LeadsTo">The measures that rest on it; null for every measure of the rulebook.</param>
/// <exception cref="ArgumentOutOfRangeException">The code has another form.</exception>
public sealed record GroundRule(
    string Code, string Chinese, string English, string Source,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Rung>? LeadsTo = null)
{
    private const int Longest = 40;

    /// <summary>The code, 1 to 40 letters, digits, full stops and hyphens.</summary>
    public string Code { get; init; } = HasForm(Code)
        ? Code
        : throw new RuleException(nameof(Code), RuleMessages.GroundCode.With(Longest, Code));

    /// <summary>Its words in both languages.</summary>
    [JsonIgnore]
    public Bilingual Words => (Chinese, English);

    /// <summary>Whether a measure may rest on it.</summary>
    public bool Carries(Rung rung) => LeadsTo is null || LeadsTo.Contains(rung);

    private static bool HasForm(string code) =>
        code is { Length: >= 1 and <= Longest } && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
}
