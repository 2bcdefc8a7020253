using System.Text.Json.Serialization;
using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Eligibility;
using Rectify.Office.Ledger;
using Rectify.Office.Register;

namespace Rectify.Office.Consultations;

/// <summary>征求意见: a question about subjects and the answer that was given (S15).</summary>
/// <remarks>
/// It is stored as it was answered. With <see cref="AsOf"/> and the versions of the cases it can be computed again at any time.
/// </remarks>
/// <param name="ConsultationId">Opaque id.</param>
/// <param name="Number">Number of the reply, unique in its series.</param>
/// <param name="Purpose">What the subjects are to be given.</param>
/// <param name="On">The day asked about.</param>
/// <param name="AskedBy">The body that asked, as it calls itself.</param>
/// <param name="Actor">Who asked, from the credential.</param>
/// <param name="AskedAs">The role of the caller.</param>
/// <param name="AsOf">The instant at which the ledger was read, UTC.</param>
/// <param name="Answers">One for each subject, in the order asked.</param>
/// <param name="Rows">
/// The list of names that was asked about, and how each row's subject was found; null when the subjects were given by their ids.
/// </param>
/// <param name="ValidTo">
/// The last day on which it may be relied on: until then whoever asked is told when it no longer holds. Null for replies of earlier
/// versions.
/// </param>
/// <param name="ReplyTo">The mail address of whoever asked; null when none was given.</param>
/// <param name="IssuedBy">The officer who checked and issued it; null when it went out by itself.</param>
/// <param name="Proof">What it rests on, for a check without this office; null for replies given before there was an annex.</param>
public sealed record Consultation(
    string ConsultationId, DocumentNumber Number, Purpose Purpose, DateOnly On, string AskedBy, string Actor, Role AskedAs,
    DateTimeOffset AsOf, IReadOnlyList<ConsultedSubject> Answers,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ConsultedRow>? Rows = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ConsultationProof? Proof = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? ValidTo = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ReplyTo = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IssuedBy = null)
{
    /// <summary>The rows about which no statement is made, because nobody was identified.</summary>
    [JsonIgnore]
    public IReadOnlyList<ConsultedRow> NotIdentified => [.. (Rows ?? []).Where(row => row.Subject is null)];
}

/// <summary>The answer about one subject.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Name">Name in the register when asked.</param>
/// <param name="Finding">The answer.</param>
/// <param name="Cases">Every case of the subject that was looked at, and how far its ledger had come.</param>
/// <param name="Predecessors">
/// The units whose place it had taken when asked, or the other ids of the same person; null when there was none.
/// </param>
/// <param name="Namesakes">Other ids that looked like the same person when asked and were not joined; null when there was none.</param>
/// <param name="Later">What was known to begin while the reply is valid; null when nothing was.</param>
public sealed record ConsultedSubject(
    Subject Subject, string Name, Finding Finding, IReadOnlyList<CaseVersion> Cases, IReadOnlyList<Subject>? Predecessors = null,
    IReadOnlyList<ConsultedNamesake>? Namesakes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LaterFinding? Later = null)
{
    /// <summary>The subject and those it answers for.</summary>
    internal IReadOnlySet<Subject> AnswersFor => new HashSet<Subject>([Subject, .. Predecessors ?? []]);
}

/// <summary>Another id of the register that looked like the same person.</summary>
/// <param name="Other">The other id.</param>
/// <param name="Likeness">In what they were alike besides the name.</param>
public sealed record ConsultedNamesake(OfficialId Other, Likeness Likeness);

/// <summary>A case as far as it was read.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Sequence of the last entry that was read.</param>
/// <param name="Hash">Hash of that entry, which covers all entries before it.</param>
public sealed record CaseVersion(CaseId CaseId, int Version, string Hash);
