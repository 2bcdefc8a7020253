using Rectify.Domain.Messages;

namespace Rectify.Office.BarredRegister;

/// <summary>The messages that say why the register of who is barred is not given.</summary>
public static class BarredRegisterMessages
{
    public static readonly MessageCode<string> NotAllowed = new(
        "register-not-allowed",
        "The office has not allowed {0} to have the whole register (setting Office:RegisterReaders).",
        "本办未准许{0}取得全部名册（设置 Office:RegisterReaders）。");

    public static readonly MessageCode Mark = new(
        "malformed.mark", "pass back exactly the mark that the last part gave.", "应原样送回上一部分给出的标记。");
}
