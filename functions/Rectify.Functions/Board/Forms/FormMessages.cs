using Rectify.Domain.Messages;

namespace Rectify.Functions.Board.Forms;

/// <summary>The messages about a form that is refused.</summary>
internal static class FormMessages
{
    public static readonly MessageCode<string?> NotAForm = new(
        "not-a-form",
        "Content-Type is application/x-www-form-urlencoded or multipart/form-data; got {0}.",
        "提交的内容不是表单。", englishOnly: [0]);

    public static readonly MessageCode Malformed = new(
        "malformed-form", "The form is cut off, has too many parts, or holds the character NUL.",
        "提交的表单不完整、部分过多，或含有不能录入的字符，无法读取。请返回后重新提交。");

    public static readonly MessageCode NotIssued = new(
        "form-not-issued",
        "The form was not opened in this session, or too long ago: open it again.",
        "表单不是在本次登录中打开的，或已过期。请返回重新打开。");

    public static readonly MessageCode FillIn = new("fill-in", "Please fill this in.", "请填写此项。");

    public static readonly MessageCode Choose = new("choose", "Choose one of those that are listed.", "请从所列各项中选择。");
}
