using System.Collections;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Office.Rulebooks;

/// <summary>A single value of a rulebook, as people read it.</summary>
/// <param name="Path">Where it stands, for example <c>ladder.talk.period</c>.</param>
/// <param name="Labels">The words for the path, from the outermost member in.</param>
/// <param name="Values">The value; each item of a list.</param>
/// <param name="Json">The value as JSON, by which two are compared.</param>
public sealed record RulebookLine(string Path, IReadOnlyList<Bilingual> Labels, IReadOnlyList<Bilingual> Values, string Json)
{
    /// <summary>Whether the member may be left out and is: what follows then is told by another member, or is the usual rule.</summary>
    public bool IsLeftOut { get; private init; }

    /// <summary>Whether it is a citation.</summary>
    public bool IsCitation => RulebookWords.IsCitation(Path.Split('.')[^1]);

    /// <summary>The words for the whole path.</summary>
    public Bilingual Label => new(
        string.Join("，", Labels.Select(label => label.Chinese)), string.Join(", ", Labels.Select(label => label.English)));

    /// <summary>The value on one line.</summary>
    public Bilingual Value => Values.Count == 0
        ? None
        : new(string.Join("、", Values.Select(value => value.Chinese)), string.Join(", ", Values.Select(value => value.English)));

    internal static Bilingual None { get; } = ("无", "none");

    /// <summary>Every value of a rulebook, in the order of its members.</summary>
    public static IReadOnlyList<RulebookLine> Of(Rulebook rulebook) => [.. Within(rulebook, "", [])];

    private static IEnumerable<RulebookLine> Within(object rule, string path, IReadOnlyList<Bilingual> labels)
    {
        var type = DomainJson.Options.GetTypeInfo(rule.GetType());
        foreach (var member in MembersOf(type))
        {
            var place = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            IReadOnlyList<Bilingual> named = [.. labels, RulebookWords.Of(type.Type, member.Name)];
            var value = member.Get!(rule);
            var isLeftOut = value is null && member.ShouldSerialize?.Invoke(rule, null) == false;
            foreach (var line in Of(value, place, named)) yield return isLeftOut ? line with { IsLeftOut = true } : line;
        }
    }

    /// <summary>The members of a rule, in the order in which its constructor has them.</summary>
    internal static IEnumerable<JsonPropertyInfo> MembersOf(JsonTypeInfo type) => type.Properties
        .Where(member => member is { Get: not null, AssociatedParameter: not null })
        .OrderBy(member => member.AssociatedParameter!.Position);

    private static IEnumerable<RulebookLine> Of(object? value, string path, IReadOnlyList<Bilingual> labels)
    {
        if (value is IEnumerable list and not string)
        {
            var items = list.Cast<object>().ToList();
            if (!items.Exists(IsRule)) return [new(path, labels, [.. items.Select(Words)], JsonOf(value))];
            return items.SelectMany((item, index) => Within(
                item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), [.. labels, Bilingual.Same($"{index + 1}")]));
        }

        return value is not null && IsRule(value) ? Within(value, path, labels) : [new(path, labels, [Words(value)], JsonOf(value))];
    }

    private static bool IsRule(object value) => value is not (string or Enum or Period or DateOnly or TimeOnly)
        && DomainJson.Options.GetTypeInfo(value.GetType()).Kind == JsonTypeInfoKind.Object;

    private static string JsonOf(object? value) => DomainJson.Text(value);

    private static Bilingual Words(object? value) => value switch
    {
        null => None,
        string text => Bilingual.Same(text),
        bool yes => yes ? ("是", "yes") : ("否", "no"),
        DateOnly day => (Dates.Day(day, Language.Chinese), Dates.Day(day, Language.English)),
        TimeOnly time => Bilingual.Same(time.ToString("HH:mm", CultureInfo.InvariantCulture)),
        Enum member => RulebookWords.Of(member),
        Period.Months(var count) => ($"{count} 个月", $"{count} months"),
        Period.Days(var count) => ($"{count} 天", $"{count} days"),
        Period.WorkingDays(var count) => ($"{count} 个工作日", $"{count} working days"),
        SanctionLength length => length.Words,
        IFormattable number => Bilingual.Same(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => Bilingual.Same(JsonOf(value)),
    };
}
