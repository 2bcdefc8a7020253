using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Letters;

/// <summary>Mails about revocations and corrections (撤销、更正).</summary>
internal static class RevocationTexts
{
    public static Mailing Revoked(CaseEvent.MeasureRevoked revoked, Moment moment)
    {
        var (file, changed) = (moment.File, moment.Changed);
        if (moment.Before is CaseState.VetoProposed && revoked.Measure == Measure.Veto) return ProposalWithdrawn(file);

        var (unit, number) = (file.Opening.Unit.Name, file.Opening.DocumentNumber);
        var (measure, inEnglish) = (Wording.Of(revoked.Measure), EnglishWording.Of(revoked.Measure));
        return new(
            "revocation",
            Capacity.Concerned([.. changed.Select(sanction => sanction.Subject)]),
            Chinese: new(
                Wording.Headline(revoked.Measure, file, $"撤销{measure}"),
                $"{number}对{unit}的{measure}，经决定予以撤销。",
                SanctionLines.Revoked(changed, file),
                WhatFollows(
                    revoked.Measure, moment,
                    "不再要求整改和验收。",
                    "由该挂牌督办引起的一票否决是否保留，另行决定；决定作出前继续执行。")),
            English: new(
                EnglishWording.Headline(revoked.Measure, file, $"the {inEnglish} is revoked"),
                $"It was decided to revoke the {inEnglish} {number} of {unit}.",
                EnglishSanctionLines.Revoked(changed, file),
                WhatFollows(
                    revoked.Measure, moment,
                    "Rectification and inspection are no longer required.",
                    "Whether the one-vote veto that followed from this listing stands is decided separately; "
                    + "until then it remains in force.")));
    }

    public static Mailing Revoked(CaseEvent.SanctionRevoked revoked, Moment moment)
    {
        var file = moment.File;
        var sanction = file.Find(revoked.SanctionId) ?? throw new UnreachableException($"No sanction {revoked.SanctionId}.");
        var (measure, inEnglish) = (Wording.Of(sanction.Measure), EnglishWording.Of(sanction.Measure));
        return new(
            "revocation",
            Capacity.Concerned([sanction.Subject]),
            Chinese: new(
                Wording.Headline(sanction.Measure, file, "撤销一项取消资格的措施"),
                $"{file.Opening.DocumentNumber}一案中，因{measure}取消资格的措施，经决定撤销一项；{measure}本身不变。",
                SanctionLines.Revoked([sanction], file),
                null),
            English: new(
                EnglishWording.Headline(sanction.Measure, file, "one loss of eligibility is revoked"),
                $"In the case {file.Opening.DocumentNumber} it was decided to revoke one loss of eligibility "
                + $"that followed from the {inEnglish}; the {inEnglish} itself is unchanged.",
                EnglishSanctionLines.Revoked([sanction], file),
                null));
    }

    // Everybody was told of the proposal, so everybody is told of its withdrawal; it has barred nobody.
    private static Mailing ProposalWithdrawn(CaseFile file) => new(
        "revocation",
        Capacity.Everybody(file),
        Chinese: new(
            Wording.Headline(Measure.Veto, file, "作为依据的年度考核结果已更正，不再拟予一票否决"),
            $"{file.Opening.DocumentNumber}一案中拟对{file.Opening.Unit.Name}予以一票否决所依据的年度考核结果已更正，"
            + "该案撤销，不再提请决定。",
            [],
            null),
        English: new(
            EnglishWording.Headline(Measure.Veto, file, "an assessment was corrected, the one-vote veto is proposed no longer"),
            $"An assessment on which the one-vote veto proposed against {file.Opening.Unit.Name} "
            + $"in the case {file.Opening.DocumentNumber} rested was corrected. The case is revoked; nothing is left to decide.",
            [],
            null));

    /// <summary>A veto that people have decided rests on a result that was corrected.</summary>
    public static Mailing BasisLost(CaseFile file)
    {
        var running = file.Sanctions.Where(sanction => sanction.Measure == Measure.Veto && sanction.Barred is not null).ToList();
        return new(
            "veto-basis-lost",
            Capacity.Everybody(file),
            Chinese: new(
                Wording.Headline(Measure.Veto, file, "作为依据的年度考核结果已更正，一票否决待重新决定"),
                $"""
                {file.Opening.DocumentNumber}对{file.Opening.Unit.Name}的一票否决所依据的年度考核结果已更正。
                一票否决是否保留，由有权机关另行决定；决定作出前继续执行。
                """,
                SanctionLines.Barred(running, file),
                null),
            English: new(
                EnglishWording.Headline(Measure.Veto, file,
                    "an assessment on which the one-vote veto rests was corrected, decision to follow"),
                $"""
                An assessment on which the one-vote veto {file.Opening.DocumentNumber} of {file.Opening.Unit.Name} rests was corrected.
                Whether the veto stands is decided separately by the competent body; until then it remains in force.
                """,
                EnglishSanctionLines.Barred(running, file),
                null));
    }

    /// <summary>
    /// Facts, number or persons were corrected. A person who was named wrongly is told by the mail about the revocation of that person's
    /// sanctions.
    /// </summary>
    public static Mailing Corrected(CaseEvent.CaseCorrected corrected, Moment moment)
    {
        var (file, before) = (moment.File, ((CaseState.Opened)moment.Before).File);
        var added = file.Sanctions.Where(sanction => before.Find(sanction.Id) is null).ToList();
        // Of a sanction that goes on with other days the new days are told, and not that the former ones are void.
        var ended = moment.Changed.Where(sanction => added.All(one => one.Subject != sanction.Subject)).ToList();
        var (oldNumber, oldUnit) = (before.Opening.DocumentNumber, before.Opening.Unit);
        return new(
            "correction",
            [
                .. Capacity.Everybody(file),
                .. oldUnit == file.Opening.Unit ? Array.Empty<Capacity>() : [new Capacity.FormerLiaison(oldUnit)],
            ],
            Chinese: new(
                Wording.Headline(file, "更正"),
                $"""
                {oldNumber}对{oldUnit.Name}一案，经决定予以更正。
                更正事项：{Items(moment, Language.Chinese)}。
                """,
                [.. SanctionLines.Revoked(ended, file), .. SanctionLines.Barred(added, file)],
                "原记录保留，更正内容见案卷。"),
            English: new(
                EnglishWording.Headline(file, "correction"),
                $"""
                It was decided to correct the case {oldNumber} of {oldUnit.Name}.
                Corrected: {Items(moment, Language.English)}.
                """,
                [.. EnglishSanctionLines.Revoked(ended, file), .. EnglishSanctionLines.Barred(added, file)],
                "The earlier record stays; what was corrected stands in the case file."));
    }

    /// <summary>
    /// The persons of one measure, the listing or the veto that followed it, were corrected; those of the other measure are unchanged.
    /// </summary>
    public static Mailing Corrected(CaseEvent.MeasureCorrected corrected, Moment moment)
    {
        var (file, before) = (moment.File, ((CaseState.Opened)moment.Before).File);
        var added = file.Sanctions.Where(sanction => before.Find(sanction.Id) is null).ToList();
        var (measure, inEnglish) = (Wording.Of(corrected.Measure), EnglishWording.Of(corrected.Measure));
        var other = corrected.Measure == Measure.Veto ? Measure.Listing : Measure.Veto;
        var subjects = before.LeadersOf(corrected.Measure).Concat(corrected.Leaders).Select(leader => leader.OfficialId).Distinct();
        return new(
            "correction",
            [new Capacity.Liaison(), .. subjects.Select(id => new Capacity.Leader(id)), new Capacity.Office()],
            Chinese: new(
                Wording.Headline(corrected.Measure, file, $"更正{measure}的责任领导"),
                $"""
                {file.Opening.DocumentNumber}对{file.Opening.Unit.Name}一案，经决定予以更正。
                更正事项：{measure}的责任领导；{Wording.Of(other)}的人员不变。
                """,
                SanctionLines.Barred(added, file),
                "原记录保留，更正内容见案卷。"),
            English: new(
                EnglishWording.Headline(corrected.Measure, file, $"the leaders named by the {inEnglish} are corrected"),
                $"""
                It was decided to correct the case {file.Opening.DocumentNumber} of {file.Opening.Unit.Name}.
                Corrected: the leaders named by the {inEnglish}; those of the {EnglishWording.Of(other)} stay.
                """,
                EnglishSanctionLines.Barred(added, file),
                "The earlier record stays; what was corrected stands in the case file."));
    }

    // A mail says of numbers, names of organs and dates what they were and what they are; what happened and who is named stands in the
    // case.
    private static string Items(Moment moment, Language language) => string.Join(
        language == Language.English ? ", " : "、",
        OpeningChange.Between(((CaseState.Opened)moment.Before).File, moment.File).Select(change =>
        {
            var (field, from, to) = (Names.Of(change.Field, language), change.From.In(language), change.To.In(language));
            if (change.Field is CorrectedField.Facts or CorrectedField.Ground or CorrectedField.Grounds or CorrectedField.Severity
                or CorrectedField.Goals or CorrectedField.Officials or CorrectedField.OfficialsOfVeto)
                return field;
            return language == Language.English
                ? $"{field} (was {(from.Length > 0 ? from : "not given")}, is {to})"
                : $"{field}（原{(from.Length > 0 ? from : "未填")}，现{to}）";
        }));

    private static string? WhatFollows(Measure measure, Moment moment, string nothingIsAsked, string vetoIsOpen) =>
        (measure, moment.Before) switch
        {
            (Measure.Listing, CaseState.Listed) => nothingIsAsked,
            // The veto rested on the revoked listing: it stands until somebody decides about it (S10).
            (Measure.Listing, CaseState.Vetoed) => vetoIsOpen,
            _ => null,
        };
}
