using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Functions.Notices.Texts;

/// <summary>挂牌督办、限期延长.</summary>
internal static class ListingTexts
{
    public static Mailing Listed(CaseFile file) => new(
        "listing-notice",
        Capacity.Everybody(file),
        Chinese: new(
            Wording.Headline(Measure.Listing, file, $"挂牌督办通知，整改期限至{Wording.Day(file.Deadline)}"),
            $"""
            {file.Opening.Unit.Name}自{Wording.Day(file.Opening.ListedOn)}起被挂牌督办，文号{file.Opening.DocumentNumber}。
            整改期限：{Wording.Until(file.Deadline)}。
            依据：{file.Rulebook.Listing.Source}。
            """,
            SanctionLines.Barred(file.Sanctions, file),
            $"""
            请在整改期限内完成整改，提交整改报告并申请验收。验收合格的，解除挂牌督办；解除挂牌督办不缩短取消资格的期限。
            {Wording.Warning(file)}
            挂牌督办的事项和整改要求见案卷。
            """),
        English: new(
            EnglishWording.Headline(Measure.Listing, file, $"notice of supervised listing, to be rectified by {EnglishWording.Day(file.Deadline)}"),
            $"""
            {file.Opening.Unit.Name} is placed under supervised listing from {EnglishWording.Day(file.Opening.ListedOn)}, document number {file.Opening.DocumentNumber}.
            Rectification period: {EnglishWording.Until(file.Deadline)}.
            Legal basis: {file.Rulebook.Listing.Source}.
            """,
            EnglishSanctionLines.Barred(file.Sanctions, file),
            $"""
            Please complete the rectification within the period, hand in the report and ask to be inspected. Who passes the inspection is released from the listing; the release does not shorten the loss of eligibility.
            {EnglishWording.Warning(file)}
            What the listing is about and what is required stands in the case file.
            """));

    public static Mailing Extended(CaseEvent.ExtensionGranted granted, CaseFile file) => new(
        "extension",
        Capacity.Everybody(file),
        Chinese: new(
            Wording.Headline(Measure.Listing, file, $"整改期限延长至{Wording.Day(granted.Deadline)}"),
            $"""
            {file.Opening.DocumentNumber}对{file.Opening.Unit.Name}挂牌督办的整改期限，于{Wording.Day(granted.GrantedOn)}批准延长。
            原整改期限：{Wording.Until(granted.Previous)}。
            现整改期限：{Wording.Until(granted.Deadline)}。
            """,
            [],
            $"""
            延长整改期限不改变因挂牌督办取消资格的期限。
            {Wording.Warning(file)}
            """),
        English: new(
            EnglishWording.Headline(Measure.Listing, file, $"rectification period extended to {EnglishWording.Day(granted.Deadline)}"),
            $"""
            The rectification period of the supervised listing {file.Opening.DocumentNumber} of {file.Opening.Unit.Name} was extended on {EnglishWording.Day(granted.GrantedOn)}.
            Previous period: {EnglishWording.Until(granted.Previous)}.
            Present period: {EnglishWording.Until(granted.Deadline)}.
            """,
            [],
            $"""
            The extension does not change how long eligibility is lost because of the listing.
            {EnglishWording.Warning(file)}
            """));
}
