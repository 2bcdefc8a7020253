using System.Text.Json.Serialization;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Eligibility;

namespace Rectify.Office.Consultations;

/// <summary>The annex of a reply: what it says and what it rests on, for a program that checks it without this office.</summary>
/// <param name="Format">The name of this form of the annex.</param>
/// <param name="Number">Number of the reply.</param>
/// <param name="ConsultationId">Id of the reply.</param>
/// <param name="AskedBy">The body that asked.</param>
/// <param name="Purpose">What for.</param>
/// <param name="On">The day asked about.</param>
/// <param name="AsOf">The instant at which the ledger was read, UTC.</param>
/// <param name="ValidTo">The last day on which the reply may be relied on.</param>
/// <param name="Answers">The answers, in the order asked.</param>
/// <param name="Root">The root of the ledger at that moment.</param>
/// <param name="Cases">Number of cases under the root.</param>
/// <param name="Chains">
/// The chains of the cases that the answers rest on, as the hashes of their entries: who asks about one person learns nothing about others.
/// </param>
public sealed record ReplyAnnex(
    string Format, string Number, string ConsultationId, string AskedBy, Purpose Purpose, DateOnly On, DateTimeOffset AsOf,
    DateOnly? ValidTo, IReadOnlyList<AnnexAnswer> Answers, string Root, int Cases, IReadOnlyList<ProvenChain> Chains)
{
    /// <summary>The form that this version writes.</summary>
    public const string Version1 = "rectify-annex-1";

    /// <summary>The annex of a reply; null for one that was given before replies had an annex.</summary>
    public static ReplyAnnex? Of(Consultation reply) => reply.Proof is not { } proof ? null : new ReplyAnnex(
        Version1, reply.Number.Text, reply.ConsultationId, reply.AskedBy, reply.Purpose, reply.On, reply.AsOf,
        reply.ValidTo,
        [
            .. reply.Answers.Select(answer => new AnnexAnswer(
                answer.Subject, answer.Name, answer.Finding.Answer, answer.Finding.Until, answer.Finding.Bases,
                [.. answer.Cases.Select(version => version.CaseId)], answer.Later)),
        ],
        proof.Root, proof.Cases, proof.Chains);

    /// <summary>The text of the file: the same for the same reply at any time.</summary>
    [JsonIgnore]
    public string Text => DomainJson.Text(this);

    /// <summary>SHA-256 of the file, as the printed reply states it.</summary>
    [JsonIgnore]
    public string Hash => Digest.Of(Text);
}

/// <summary>The answer about one subject.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Name">Name in the register when asked.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Until">Last barred day; null unless barred, and while it is not known.</param>
/// <param name="Bases">What it rests on.</param>
/// <param name="Cases">Every case that was looked at.</param>
/// <param name="Later">What was known to begin while the reply is valid; null when nothing was.</param>
public sealed record AnnexAnswer(
    Subject Subject, string Name, Answer Answer, DateOnly? Until, IReadOnlyList<FindingBasis> Bases, IReadOnlyList<CaseId> Cases,
    LaterFinding? Later);
