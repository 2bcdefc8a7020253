using Rectify.Domain.Messages;

namespace Rectify.Office.Text;

/// <summary>The messages that say why a text is refused.</summary>
internal static class TextMessages
{
    public static readonly MessageCode<string, int> Character = new(
        "malformed.character",
        "holds the character \"{0}\" at place {1}: a text has no control, invisible, private or unassigned characters, and line "
        + "breaks only where several lines are asked for.",
        "含有不能录入的字符 {0}：不得有控制字符、不可见字符、私用或未定义的字符；单行栏目不得换行。", englishOnly: [1]);
}
