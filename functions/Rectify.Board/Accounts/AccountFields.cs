using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Office.Access;
using Rectify.Office.Register;

namespace Rectify.Board.Accounts;

/// <summary>The fields of the forms that change accounts.</summary>
public static class AccountFields
{
    /// <summary>The id of a new account.</summary>
    public static Field Id { get; } = new Field.Line("accountId", ("账户编号", "Account id"))
    {
        Hint = ("字母、数字，以后不变。经办记录中写作“编号 姓名”。", "Letters and digits; never changed. The ledger writes \"id name\"."),
    };

    private static readonly Field Holder = new Field.Line("name", ("持有人", "Holder"))
    {
        Hint = ("人员姓名，或者系统名称。", "The person's name, or the system's."),
    };

    private static readonly Field ObjectId = new Field.Line("objectId", ("Entra 对象编号", "Entra object id"))
    {
        Need = Need.Optional,
        Hint = ("以 Entra 登录的人或程序；不填则按工作邮箱对应。",
            "For a person or program that signs in by Entra; without it the work address counts."),
    };

    private static readonly Field Language = new Field.Choice(
        "language", ("邮件语言", "Language of mails"),
        [new(MailLanguage.Chinese.Tag, ("中文", "Chinese")), new(MailLanguage.English.Tag, ("英文", "English"))])
    {
        Need = Need.Optional,
    };

    /// <summary>The last day of an account.</summary>
    public static Field ValidUntil { get; } = new Field.Day("validUntil", ("有效至", "Valid until"))
    {
        Need = Need.Optional,
        Hint = ("含当日；不填则到收回为止。", "The last day; without one until it is revoked."),
    };

    /// <summary>Why an account ends.</summary>
    public static Field Reason { get; } = new Field.Prose("reason", ("理由", "Reason"));

    /// <summary>The fields of a new account.</summary>
    public static IReadOnlyList<Field> Issue { get; } =
    [
        Id,
        Holder,
        new Field.Line("email", ("工作邮箱", "Work address"))
        {
            Need = Need.Optional,
            Hint = ("登录链接发往此处。系统没有邮箱，发放后另发密钥。",
                "Links to sign in go there. A system has none, and is given a key afterwards."),
        },
        new Field.Choice("role", ("角色", "Role"), Option.Of<Role>(Names.Of)),
        new Field.Line("unitId", ("所代表单位的编号", "Id of the unit it speaks for"))
        {
            Need = Need.Optional,
            Hint = ("仅角色为单位时填写。", "For the role unit alone."),
        },
        new Field.Line("officialId", ("人员编号", "Id of the official"))
        {
            Need = Need.Optional,
            Hint = ("仅角色为领导干部时填写：只能打开点名此人的案件。",
                "For the role leader alone: opens the cases that name this person, and nothing else."),
        },
        ValidUntil,
        ObjectId,
        Language,
    ];

    /// <summary>The fields of a hand-over.</summary>
    public static IReadOnlyList<Field> HandOver { get; } =
    [
        new Field.Line("name", ("新持有人", "New holder")),
        new Field.Line("email", ("其工作邮箱", "Their work address")),
        ObjectId,
        Language,
    ];
}
