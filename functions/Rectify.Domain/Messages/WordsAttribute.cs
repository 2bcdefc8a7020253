namespace Rectify.Domain.Messages;

/// <summary>The field's own term for a member of an enum, in both languages.</summary>
/// <param name="chinese">In Chinese, as the regulation has it.</param>
/// <param name="english">In English, as docs/glossary.md has it.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WordsAttribute(string chinese, string english) : Attribute
{
    /// <summary>Both terms.</summary>
    public Bilingual Words { get; } = new(chinese, english);
}
