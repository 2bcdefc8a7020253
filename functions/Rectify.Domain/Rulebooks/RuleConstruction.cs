using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Rulebooks;

/// <summary>
/// Builds one object of a rulebook by its constructor, and finds every argument that the constructor refuses, though it throws at the
/// first.
/// </summary>
/// <remarks>
/// An argument that is refused, or could not be read, is replaced by a value that the constructor takes, and the constructor is called
/// again. Such an object is thrown away; it only shows what else is wrong.
/// </remarks>
internal sealed class RuleConstruction(JsonTypeInfo type, IReadOnlyList<JsonPropertyInfo> members)
{
    /// <summary>Stands for an argument that could not be read.</summary>
    public static readonly object Unread = new();

    private readonly ConstructorInfo constructor = (ConstructorInfo)type.ConstructorAttributeProvider!;

    /// <summary>The arguments, by the place of their parameters.</summary>
    public object?[] Arguments { get; } = new object?[members.Count];

    /// <summary>The argument of a member, by its name in JSON; null where there is no such member.</summary>
    public object? this[string name] =>
        members.FirstOrDefault(member => member.Name == name) is { } member ? Arguments[member.AssociatedParameter!.Position] : null;

    /// <summary>
    /// The range of a number, or of the numbers in a list, as the constructor says it when it refuses one; null when it refuses none.
    /// </summary>
    public static (int Least, int Most)? RangeOf(JsonTypeInfo type, IReadOnlyList<JsonPropertyInfo> members, JsonPropertyInfo member)
    {
        var value = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        object? wrong = value == typeof(int) ? int.MinValue : value.IsAssignableFrom(typeof(int[])) ? new[] { int.MinValue } : null;
        if (wrong is null) return null;

        (int, int)? range = null;
        var construction = new RuleConstruction(type, members);
        Array.Fill(construction.Arguments, Unread);
        construction.Arguments[member.AssociatedParameter!.Position] = wrong;
        construction.Build((_, _, refusal) => range ??= RuleSentences.RangeIn(refusal));
        return range;
    }

    /// <summary>The object; <see cref="Unread"/> when it cannot be built.</summary>
    /// <param name="refused">
    /// Told each refusal: the member, or null for the object as a whole, and the place in a list when a single item is refused.
    /// </param>
    public object? Build(Action<JsonPropertyInfo?, int?, ArgumentException> refused)
    {
        var (tried, told, standIns) = ((object?[])Arguments.Clone(), new HashSet<int>(), new Dictionary<int, Queue<object?>>());
        for (var place = 0; place < tried.Length; place++)
        {
            if (tried[place] == Unread && !Replace(place)) return Unread;
        }

        var sound = !Arguments.Contains(Unread);
        while (true)
        {
            if (Invoke(tried, out var built) is not { } refusal) return sound ? built : Unread;

            sound = false;
            if (Culprit(tried, refusal) is not { } culprit)
            {
                refused(null, null, refusal);
                return Unread;
            }

            if (Arguments[culprit] != Unread && told.Add(culprit)) Tell(tried, culprit, refusal, refused);
            if (!Replace(culprit)) return Unread;
        }

        bool Replace(int place)
        {
            if (!standIns.TryGetValue(place, out var left)) standIns[place] = left = new(StandIns(MemberAt(place)));
            if (!left.TryDequeue(out var next)) return false;
            tried[place] = next;
            return true;
        }
    }

    // Of a list whose items are refused each is named; else the list as a whole.
    private void Tell(
        object?[] tried, int place, ArgumentException refusal, Action<JsonPropertyInfo?, int?, ArgumentException> refused)
    {
        var (member, found) = (MemberAt(place), false);
        if (tried[place] is Array { Length: > 0 } items)
        {
            var alone = (object?[])tried.Clone();
            for (var index = 0; index < items.Length; index++)
            {
                var one = Array.CreateInstance(items.GetType().GetElementType()!, 1);
                one.SetValue(items.GetValue(index), 0);
                alone[place] = one;
                if (Invoke(alone, out _) is not { } ofItem || ofItem.ParamName != refusal.ParamName) continue;
                refused(member, index, ofItem);
                found = true;
            }
        }

        if (!found) refused(member, null, refusal);
    }

    // The parameter that the exception names; where it names none, the one whose replacement makes the exception go away.
    private int? Culprit(object?[] tried, ArgumentException refusal)
    {
        foreach (var member in members)
        {
            if (string.Equals(member.AssociatedParameter!.Name, refusal.ParamName, StringComparison.OrdinalIgnoreCase))
                return member.AssociatedParameter.Position;
        }

        for (var place = 0; place < tried.Length; place++)
        {
            foreach (var standIn in StandIns(MemberAt(place)))
            {
                var other = (object?[])tried.Clone();
                other[place] = standIn;
                if (Invoke(other, out _)?.Message != refusal.Message) return place;
            }
        }

        return null;
    }

    private JsonPropertyInfo MemberAt(int place) => members.First(member => member.AssociatedParameter!.Position == place);

    private ArgumentException? Invoke(object?[] arguments, out object? built)
    {
        built = null;
        try
        {
            built = constructor.Invoke(arguments);
            return null;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is ArgumentException refusal)
        {
            return refusal;
        }
    }

    private static IEnumerable<object?> StandIns(JsonPropertyInfo member)
    {
        foreach (var value in StandIns(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType)) yield return value;
        if (member.AssociatedParameter!.HasDefaultValue) yield return member.AssociatedParameter.DefaultValue;
        if (Nullable.GetUnderlyingType(member.PropertyType) is not null || member.AssociatedParameter.IsNullable) yield return null;
    }

    private static IEnumerable<object?> StandIns(Type type)
    {
        if (type == typeof(string)) return ["-"];
        if (type == typeof(int)) return [1, 0, 2, 12, 30];
        if (type == typeof(bool)) return [false, true];
        if (type == typeof(Period)) return [new Period.Months(1), new Period.Days(1), new Period.WorkingDays(1)];
        if (type == typeof(SanctionLength)) return [new SanctionLength.Months(6), new SanctionLength.Days(1)];
        if (type == typeof(DateOnly)) return [new DateOnly(2000, 1, 1)];
        if (type == typeof(TimeOnly)) return [new TimeOnly(9, 0)];
        if (type.IsEnum) return Enum.GetValues(type).Cast<object?>();

        var info = RulebookFile.Options.GetTypeInfo(type);
        if (info is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } of }) return [Array.CreateInstance(of, 0)];
        return info.Kind == JsonTypeInfoKind.Object && Sample(info) is var sample && sample != Unread ? [sample] : [];
    }

    // Some object that its constructor takes.
    private static object? Sample(JsonTypeInfo type)
    {
        var members = type.Properties.Where(member => member.AssociatedParameter is not null).ToList();
        if (type.ConstructorAttributeProvider is not ConstructorInfo || members.Count == 0) return Unread;

        var construction = new RuleConstruction(type, members);
        foreach (var member in members)
        {
            if (StandIns(member).ToList() is not [var first, ..]) return Unread;
            construction.Arguments[member.AssociatedParameter!.Position] = first;
        }

        return construction.Mended();
    }

    // The object, with other stand-ins in place of those that the constructor refuses.
    private object? Mended()
    {
        var standIns = members.ToDictionary(
            member => member.AssociatedParameter!.Position, member => new Queue<object?>(StandIns(member).Skip(1)));
        var tried = (object?[])Arguments.Clone();
        while (true)
        {
            if (Invoke(tried, out var built) is not { } refusal) return built;
            if (Culprit(tried, refusal) is not { } culprit || !standIns[culprit].TryDequeue(out var next)) return Unread;
            tried[culprit] = next;
        }
    }
}
