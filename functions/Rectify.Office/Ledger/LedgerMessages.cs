using Rectify.Domain.Messages;

namespace Rectify.Office.Ledger;

/// <summary>The messages that say why the ledger gives no answer.</summary>
public static class LedgerMessages
{
    public static readonly MessageCode Unavailable = new(
        "ledger-unavailable",
        "The storage of the ledger cannot be used now. Try again later, and look first whether the last change was recorded.",
        "台账存储暂时无法使用，请稍后再试；再次提交前请先查看上次是否已登记。");

    public static readonly MessageCode<Message> Incomplete = new(
        "ledger-incomplete",
        "{0} Nothing is recorded and nobody is called clear until it is whole again or accept-ledger was run.",
        "{0}在恢复完整或由人确认（accept-ledger）之前，不登记、不编号，也不作资格答复。");

    public static readonly MessageCode<string> IndexIncomplete = new(
        "ledger-index-incomplete",
        "The index has lost cases that name {0}, so nothing is answered about it until the index is mended from the entries.",
        "索引缺少涉及 {0} 的案件，在依据台账记录修复之前不作答复。");

    public static readonly MessageCode<long> OlderThanOrchestrations = new(
        "ledger-incomplete.older",
        "The ledger is older than its orchestrations, which know a case that it lacks: it has {0} entries and had more.",
        "台账不是最新的：流程知道的案件在台账中没有记录，现有 {0} 条，曾有更多。");

    public static readonly MessageCode<long, long, long> Lacks = new(
        "ledger-incomplete.lacks",
        "The ledger lacks {0} entries: it had {1} and has {2}.",
        "台账缺少 {0} 条记录：曾有 {1} 条，现有 {2} 条。");

    public static readonly MessageCode<long, long> Others = new(
        "ledger-incomplete.others",
        "The ledger holds {0} entries that are not those which were recorded ({1}).",
        "台账现有 {0} 条记录，与此前登记的 {1} 条不是同一内容。");
}
