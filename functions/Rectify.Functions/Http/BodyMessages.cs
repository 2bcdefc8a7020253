using Rectify.Domain.Messages;

namespace Rectify.Functions.Http;

/// <summary>The messages about a JSON body that cannot be read.</summary>
internal static class BodyMessages
{
    public static readonly MessageCode NotUtf8 = new(
        "malformed.utf-8", "JSON in UTF-8 (RFC 8259); these bytes are not UTF-8.", "应为 UTF-8 编码的 JSON，现有内容不是 UTF-8。");

    public static readonly MessageCode<string> NotReadable = new("malformed.json", "{0}", "无法读取，请检查后重新填写。", englishOnly: [0]);

    public static readonly MessageCode<string> NotANumber = new(
        "malformed.number", "the value is not {0}.", "请填写整数。", englishOnly: [0]);

    public static readonly MessageCode<string> NotABoolean = new(
        "malformed.boolean", "the value is not {0}.", "应为 true 或 false。", englishOnly: [0]);

    public static readonly MessageCode<string> NotOfType = new("malformed.type", "the value is not {0}.", "内容的类型不对，应为 {0}。");

    public static readonly MessageCode Missing = new("malformed.missing", "is missing.", "请填写此项。");

    public static readonly MessageCode Null = new("malformed.null", "is not null.", "请填写此项，不能为空。");

    public static readonly MessageCode Twice = new("malformed.twice", "stands more than once.", "只能出现一次。");

    public static readonly MessageCode<IReadOnlyList<string>> NoMember = new(
        "malformed.no-member", "is not a member; known are {0}.", "没有这一项；可填的为 {0}。");

    public static readonly MessageCode<string> NotAnObject = new(
        "malformed.object",
        "is a JSON object; got {0}.",
        "应为 JSON 对象，现为 {0}。");

    public static readonly MessageCode<Message> CharacterInName = new("malformed.member-name", "The name of a member {0}", "成员名{0}");

    public static readonly MessageCode<Message> CharacterInCell = new("malformed.cell", "The cell {0}", "单元格{0}");
}
