using System.Text.RegularExpressions;

namespace Rectify.Functions.Http;

/// <summary>The form of an id that a caller may choose. It is opaque: never a name.</summary>
internal static partial class WireId
{
    public static Problem? Refuse(string member, string value) => Form.IsMatch(value)
        ? null
        : Problem.Rule("malformed-id", member, $"{member}: an id has 1 to 64 letters a-z, A-Z, digits, '.', '_' or '-'; got \"{value}\".");

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex Form { get; }
}
