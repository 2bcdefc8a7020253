using System.Text.RegularExpressions;

namespace Rectify.Office.Requests;

/// <summary>The form of an id that a caller may choose. It is opaque: never a name.</summary>
public static partial class IdForm
{
    public static Problem? Refuse(string member, string value) => Form.IsMatch(value)
        ? null
        : Problem.Rule(member, RequestMessages.Id.With(value));

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex Form { get; }
}
