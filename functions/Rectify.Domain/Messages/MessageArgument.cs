using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Rectify.Domain.Messages;

/// <summary>How the values in a sentence are written.</summary>
internal static class MessageArgument
{
    /// <summary>The text of a value in a language; "none" or 无 for null.</summary>
    public static string Text(object? value, Language language) => value switch
    {
        null => language == Language.English ? "none" : "无",
        string text => text,
        Message message => message.In(language),
        Bilingual text => text.In(language),
        DateOnly day => Dates.Day(day, language),
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        DayOfWeek day => language == Language.English ? day.ToString() : $"星期{"日一二三四五六"[(int)day]}",
        Enum member => language == Language.English ? WireNameOf(member) : ChineseOf(member),
        IToldAsItIs => value.ToString()!,
        IEnumerable<Message> sentences =>
            string.Join(language == Language.English ? " " : "", sentences.Select(sentence => sentence.In(language))),
        IEnumerable list =>
            string.Join(language == Language.English ? ", " : "、", list.Cast<object?>().Select(item => Text(item, language))),
        _ => throw new UnreachableException(value.GetType().Name),
    };

    private static string WireNameOf(Enum member) => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());

    // The Chinese term of the field; an enum without terms keeps its names on the wire.
    private static string ChineseOf(Enum member) => Names.Find(member)?.Chinese ?? WireNameOf(member);
}
