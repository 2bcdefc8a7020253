using System.Text.Json.Nodes;
using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

public abstract partial record Field
{
    /// <summary>A choice of one of several options, each of which may fill several members of the request.</summary>
    public sealed record Choice(string Name, Bilingual Label, IReadOnlyList<Option> Options) : Field(Name, Label)
    {
        /// <summary>How the options are shown.</summary>
        public ChoiceStyle Style { get; init; } = ChoiceStyle.Radios;

        /// <inheritdoc/>
        public override IReadOnlyList<string> Members =>
            [.. Options.SelectMany(MembersOf).Select(pair => pair.Member).Prepend(Name).Distinct()];

        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request)
        {
            var chosen = input.Text(Name);
            if (Options.FirstOrDefault(option => option.Value == chosen) is { } known)
            {
                foreach (var (member, value) in MembersOf(known)) Put(request, member, value);
            }
            else if (chosen.Length > 0)
            {
                request[Name] = chosen;
            }
        }

        private IEnumerable<(string Member, string Value)> MembersOf(Option option) => option.Members ?? [(Name, option.Value)];
    }
}

/// <summary>An option of a choice.</summary>
/// <param name="Value">The option's value in the form.</param>
/// <param name="Label">The option's name for the reader.</param>
/// <param name="Members">
/// The members of the request that the option fills, with their values; null when it puts its value into the member of the field's name.
/// </param>
public sealed record Option(string Value, Bilingual Label, IReadOnlyList<(string Member, string Value)>? Members = null)
{
    /// <summary>An option for every value of an enum, or for the given ones.</summary>
    public static IReadOnlyList<Option> Of<TEnum>(Func<TEnum, Language, string> name, params IReadOnlyList<TEnum> values)
        where TEnum : struct, Enum =>
        [.. (values.Count > 0 ? values : Enum.GetValues<TEnum>()).Select(value =>
            new Option(Rectify.Domain.WireName.Of(value), (name(value, Language.Chinese), name(value, Language.English))))];
}

/// <summary>How options are shown.</summary>
public enum ChoiceStyle
{
    /// <summary>As radio buttons.</summary>
    Radios,

    /// <summary>As a drop-down list.</summary>
    List,
}
