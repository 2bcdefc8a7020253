using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Rectify.Domain.Messages;

namespace Rectify.Domain.Rulebooks;

/// <summary>
/// Builds a rulebook from JSON by the metadata of its types. It goes on after a problem, so that all of them are found: each object is
/// built on its own, and a member that cannot be read does not hide what is wrong beside it.
/// </summary>
internal sealed partial class RulebookFileReader(Func<string, Message?>? refuseText)
{
    private static readonly JsonSerializerOptions Options = RulebookFile.Options;

    private readonly List<RulebookProblem> problems = [];

    /// <summary>The rulebook, or everything that is wrong with it.</summary>
    public RulebookReading Read(JsonElement root)
    {
        var read = Value(root, typeof(Rulebook), "");
        return problems.Count == 0 && read is Rulebook rulebook
            ? new RulebookReading.Readable(rulebook)
            : new RulebookReading.Refused(problems);
    }

    private object? Value(JsonElement element, Type type, string path)
    {
        var info = Options.GetTypeInfo(type);
        return info switch
        {
            { Kind: JsonTypeInfoKind.Object } => Object(element, info, path),
            { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } of } => List(element, of, path),
            _ => Leaf(element, info, path),
        };
    }

    private object? Object(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind != JsonValueKind.Object) return Refuse(path, element, RulebookFileMessages.NotAnObject);

        var members = type.Properties.Where(member => member.AssociatedParameter is not null)
            .OrderBy(member => member.AssociatedParameter!.Position).ToList();
        var given = element.EnumerateObject().ToLookup(member => member.Name, member => member.Value, StringComparer.Ordinal);
        foreach (var name in given.Where(one => members.TrueForAll(member => member.Name != one.Key)))
            Refuse(Join(path, name.Key), name.First(), RulebookFileMessages.Unknown.With([.. members.Select(member => member.Name)]));
        foreach (var twice in given.Where(one => one.Count() > 1))
            Refuse(Join(path, twice.Key), twice.Last(), RulebookFileMessages.TwiceGiven);

        var construction = new RuleConstruction(type, members);
        foreach (var member in members)
        {
            construction.Arguments[member.AssociatedParameter!.Position] = given[member.Name].ToList() switch
            {
                [] => Absent(member, path),
                [{ ValueKind: JsonValueKind.Null } none, ..] => IsNullable(member) ? null
                    : Refuse(Join(path, member.Name), none, RulebookFileMessages.Null),
                [var value, ..] => Value(value, Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType,
                    Join(path, member.Name)),
            };
        }

        if (type.Type == typeof(Rulebook)) RefuseTogether(construction, given);
        return construction.Build((member, index, refusal) =>
        {
            if (member is null)
            {
                Refuse(path, element, RuleSentences.Of(refusal));
                return;
            }

            var place = Join(path, member.Name);
            var value = given[member.Name].First();
            if (index is { } item) Refuse($"{place}[{item}]", value[item], RuleSentences.Of(refusal));
            else Refuse(place, value, RuleSentences.Of(refusal));
        });
    }

    // What the constructor of the rulebook leaves open.
    private void RefuseTogether(RuleConstruction construction, ILookup<string, JsonElement> given)
    {
        if (construction["validFrom"] is DateOnly first && construction["validTo"] is DateOnly last && last < first)
            Refuse("validTo", given["validTo"].First(), RulebookFileMessages.LastDay.With(first));
        if (construction["yellowDays"] is int days and (< 0 or > 366))
            Refuse("yellowDays", given["yellowDays"].First(), RuleMessages.Range.With("YellowDays", 0, 366, days));
        if (construction["id"] is string id && construction["replaces"] is string replaced && id == replaced)
            Refuse("replaces", given["replaces"].First(), RulebookFileMessages.ReplacesItself);
        if (construction["id"] is string named && !IdForm.IsMatch(named)) Refuse("id", given["id"].First(), RulebookFileMessages.Id);
    }

    private object? Absent(JsonPropertyInfo member, string path)
    {
        if (!member.IsRequired) return member.AssociatedParameter!.DefaultValue;

        problems.Add(new RulebookProblem(Join(path, member.Name), null, RulebookFileMessages.Missing));
        return RuleConstruction.Unread;
    }

    private object? List(JsonElement element, Type of, string path)
    {
        if (element.ValueKind != JsonValueKind.Array) return Refuse(path, element, RulebookFileMessages.NotAList);

        var (items, sound) = (new List<object?>(), true);
        foreach (var (index, item) in element.EnumerateArray().Index())
        {
            var place = $"{path}[{index}]";
            var value = item.ValueKind == JsonValueKind.Null ? Refuse(place, item, RulebookFileMessages.Null) : Value(item, of, place);
            if (value is int or string or Enum && items.Contains(value)) value = Refuse(place, item, RulebookFileMessages.TwiceListed);
            sound &= value != RuleConstruction.Unread;
            items.Add(value);
        }

        if (!sound) return RuleConstruction.Unread;
        var list = Array.CreateInstance(of, items.Count);
        for (var i = 0; i < items.Count; i++) list.SetValue(items[i], i);
        return list;
    }

    private object? Leaf(JsonElement element, JsonTypeInfo type, string path)
    {
        try
        {
            var value = element.Deserialize(type);
            return value is string text && RefuseText(text) is { } refusal ? Refuse(path, element, refusal) : value;
        }
        catch (JsonException unreadable)
        {
            return Refuse(path, element, type.Type switch
            {
                { IsEnum: true } names => RulebookFileMessages.OneOf.With(
                    [.. Enum.GetNames(names).Select(JsonNamingPolicy.CamelCase.ConvertName)]),
                var date when date == typeof(DateOnly) => RulebookFileMessages.Date,
                _ when unreadable is UnreadableValueException { Refusal: var refusal } => refusal,
                var number when number == typeof(int) => RulebookFileMessages.WholeNumber,
                var text when text == typeof(string) => RulebookFileMessages.Text,
                var boolean when boolean == typeof(bool) => RulebookFileMessages.Boolean,
                var time when time == typeof(TimeOnly) => RulebookFileMessages.Time,
                _ => RulebookFileMessages.OtherForm,
            });
        }
    }

    private Message? RefuseText(string text) => string.IsNullOrWhiteSpace(text) ? RulebookFileMessages.Blank : refuseText?.Invoke(text);

    private static bool IsNullable(JsonPropertyInfo member) => member.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(member.PropertyType) is not null
        : member.AssociatedParameter!.IsNullable;

    private object Refuse(string path, JsonElement element, Message rule)
    {
        problems.Add(new RulebookProblem(path.Length == 0 ? RulebookProblem.Whole : path, RulebookFile.Shown(element), rule));
        return RuleConstruction.Unread;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex IdForm { get; }
}
