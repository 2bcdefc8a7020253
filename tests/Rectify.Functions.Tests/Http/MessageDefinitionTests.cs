using System.Reflection;
using System.Text.RegularExpressions;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Functions.Http;
using Rectify.Functions.Tests.Infrastructure;

namespace Rectify.Functions.Tests.Http;

/// <summary>Every sentence that can be told, in both languages, whether or not some request leads to it.</summary>
public sealed partial class MessageDefinitionTests
{
    private static readonly MessageCode<string> Sample = new("sample", "at {0}", "在{0}");

    private static readonly IReadOnlyDictionary<string, MessageDefinition> Definitions = (
        from type in Product.Types
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.FieldType.IsAssignableTo(typeof(MessageDefinition))
        select (MessageDefinition)field.GetValue(null)!).ToDictionary(definition => definition.Code, StringComparer.Ordinal);

    public static TheoryData<string> Codes => [.. Definitions.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void The_sentences_of_every_feature_are_found()
    {
        Assert.Contains("wrong-state", Definitions);
        Assert.Contains("row-rejected.id-twice", Definitions);
        Assert.Contains("ledger-unavailable", Definitions);
        Assert.InRange(Definitions.Count, 200, 1000);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_sentence_is_said_in_both_languages_with_all_that_it_is_given(string code)
    {
        var definition = Definitions[code];
        var arguments = definition.Arguments.Select((type, index) => Argument(Nullable.GetUnderlyingType(type) ?? type, index)).ToList();
        var message = Told(definition, [.. arguments.Select(argument => argument.Value)]);
        var (english, chinese) = (message.In(Language.English), message.In(Language.Chinese));

        Assert.Matches("^[a-z0-9-]+(\\.[a-z0-9-]+)*$", code);
        Assert.DoesNotMatch(Place(), english + chinese);
        foreach (var (argument, index) in arguments.Select((argument, index) => (argument, index)))
        {
            Assert.Contains(argument.English, english, StringComparison.Ordinal);
            if (!definition.EnglishOnly.Contains(index)) Assert.Contains(argument.Chinese, chinese, StringComparison.Ordinal);
            else Assert.DoesNotContain($"{{{index}}}", definition.Chinese, StringComparison.Ordinal);
        }

        Assert.True(Han().IsMatch(chinese), $"{code}: \"{chinese}\" is not Chinese.");
        Assert.DoesNotMatch(EnglishSentence(), definition.Chinese);
        Assert.DoesNotMatch(Han(), definition.English);
    }

    // A check that cannot fail checks nothing.
    [Fact]
    public void English_words_in_a_row_are_noticed_in_a_Chinese_sentence()
    {
        Assert.Matches(EnglishSentence(), "不符合规则：the rulebook allows no extension");
        Assert.DoesNotMatch(EnglishSentence(), "Content-Type 应为 application/json，现为 text/plain。");
    }

    [Fact]
    public void A_day_is_written_as_each_language_writes_it_and_what_is_not_there_is_said()
    {
        MessageCode<DateOnly, DateOnly?> code = new("sample.days", "{0} and {1}", "{0}和{1}");

        var message = code.With(new DateOnly(2026, 9, 30), null);

        Assert.Equal("2026-09-30 and none", message.In(Language.English));
        Assert.Equal("2026年9月30日和无", message.In(Language.Chinese));
    }

    [Fact]
    public void A_sentence_within_a_sentence_a_list_and_a_term_of_the_field_are_said_in_the_language_of_the_whole()
    {
        MessageCode<Message, IReadOnlyList<LeaderRole>> code = new("sample.nested", "{0}: {1}", "{0}：{1}");

        var message = code.With(Sample.With("{0}"), [LeaderRole.Principal, LeaderRole.InCharge]);

        Assert.Equal("at {0}: principal, inCharge", message.In(Language.English));
        Assert.Equal("在{0}：主要领导、分管领导", message.In(Language.Chinese));
    }

    [Fact]
    public void Beside_its_field_a_sentence_leaves_out_the_member_and_keeps_its_name()
    {
        var (before, subject) = (Sample.With("x").At("period.months"), BodyMessages.Missing.Told().SaidOf("facts"));

        Assert.Equal(
            ("period.months: at x", "at x", "在x"),
            (before.In(Language.English), before.Beside(Language.English), before.Beside(Language.Chinese)));
        Assert.Equal(("facts is missing.", "请填写此项。"), (subject.Beside(Language.English), subject.Beside(Language.Chinese)));
        Assert.Equal(("sample", "malformed"), (before.Name, subject.Name));
    }

    private static Message Told(MessageDefinition definition, object?[] arguments) => definition is MessageCode code
        ? code.Told()
        : (Message)definition.GetType().GetMethod("With")!.Invoke(definition, arguments)!;

    // Each argument is told from the others, so that two that changed places are noticed where they are seen.
    private static (object? Value, string English, string Chinese) Argument(Type type, int index)
    {
        object value = type switch
        {
            _ when type == typeof(string) => $"value{index}",
            _ when type == typeof(int) => 1001 + index,
            _ when type == typeof(long) => 1001L + index,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 1 + index),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 1 + index, 1, 0, 0, TimeSpan.Zero),
            _ when type == typeof(DayOfWeek) => DayOfWeek.Tuesday,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(index % Enum.GetValues(type).Length)!,
            _ when type == typeof(Message) => Sample.With($"place{index}"),
            _ when type == typeof(Bilingual) => new Bilingual($"词{index}", $"word{index}"),
            _ when type == typeof(UnitId) => new UnitId($"u-{index}"),
            _ when type == typeof(OfficialId) => new OfficialId($"o-{index}"),
            _ when type == typeof(CaseId) => new CaseId($"c-{index}"),
            _ when type == typeof(SanctionId) => new SanctionId($"s-{index}"),
            _ when type == typeof(Subject) => new Subject.Unit(new UnitId($"u-{index}")),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
                ListOf(type.GetGenericArguments()[0], index),
            _ => throw new InvalidOperationException($"No sample of {type}."),
        };
        var echo = typeof(MessageCode<>).MakeGenericType(type);
        var alone = (MessageDefinition)Activator.CreateInstance(echo, "echo", "{0}", "{0}", null)!;
        var message = Told(alone, [value]);
        return (value, message.In(Language.English), message.In(Language.Chinese));
    }

    private static Array ListOf(Type item, int index)
    {
        var items = Array.CreateInstance(item, 2);
        for (var i = 0; i < 2; i++) items.SetValue(Argument(item, index * 2 + i).Value, i);
        return items;
    }

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    // Names of members, headers and formats may stand in a Chinese sentence; three plain words in a row are English.
    [GeneratedRegex(@"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}|\b(the|is|are|got|and|of|not)\b")]
    private static partial Regex EnglishSentence();
}
