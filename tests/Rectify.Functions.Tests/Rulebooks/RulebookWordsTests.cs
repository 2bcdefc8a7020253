using System.Reflection;
using Rectify.Domain;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Rulebooks;

namespace Rectify.Functions.Tests.Rulebooks;

/// <summary>The words of the readable page, and what is different between two rulebooks.</summary>
public class RulebookWordsTests
{
    [Fact]
    public void Every_member_of_a_rulebook_has_words_in_both_languages()
    {
        var without =
            from type in TypesOf(typeof(Rulebook))
            from member in DomainJson.Options.GetTypeInfo(type).Properties
            where member.AssociatedParameter is not null && member.Name != "source" && RulebookWords.Find(type, member.Name) is null
            select $"{type.Name}.{member.Name}";
        Assert.Empty(without);
    }

    [Fact]
    public void Every_value_of_a_choice_has_words_in_both_languages()
    {
        var values =
            from type in TypesOf(typeof(Rulebook))
            from member in type.GetProperties()
            let of = ElementOf(member.PropertyType)
            where of.IsEnum
            from Enum value in Enum.GetValues(of)
            select value;
        Assert.All(values.Distinct(), value => Assert.Matches("[\u4e00-\u9fff]", RulebookWords.Of(value).Chinese));
    }

    [Fact]
    public void What_is_different_is_named_with_place_and_words()
    {
        var before = RulebookCatalog.Shipped.Find("zhejiang-2017-3")!;
        var after = before with
        {
            Id = "other",
            Listing = before.Listing! with { SanctionMonths = 4, SanctionedRoles = [LeaderRole.Principal] },
            Extension = null,
            Escalation = Escalation.ByDecision,
        };

        var differences = RulebookDifference.Between(before, after);

        Assert.Equal(
            [
                "listing.sanctionMonths", "listing.sanctionedRoles", "extension.maxCount", "extension.maxMonths", "extension.source",
                "extension", "escalation",
            ],
            differences.Select(one => one.Path));
        Assert.Equal(
            (("挂牌督办，限制期限（月）", "supervised listing, months barred"), ("6", "6"), ("4", "4")),
            ((differences[0].Label.Chinese, differences[0].Label.English), (differences[0].Before!.Value.Chinese,
                differences[0].Before!.Value.English), (differences[0].After!.Value.Chinese, differences[0].After!.Value.English)));
        Assert.Equal(("无", "主要领导"), (differences[1].Before!.Value.Chinese, differences[1].After!.Value.Chinese));
        Assert.Empty(RulebookDifference.Between(before, before with { Id = "same" }));
    }

    private static IEnumerable<Type> TypesOf(Type type) =>
    [
        type,
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(member => ElementOf(member.PropertyType))
            .Where(of => of.Namespace == typeof(Rulebook).Namespace && of.IsClass && of != type)
            .Distinct().SelectMany(TypesOf),
    ];

    private static Type ElementOf(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : type;
}
