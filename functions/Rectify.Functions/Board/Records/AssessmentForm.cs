using System.Diagnostics;
using System.Text.Json.Nodes;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Board.YearlyCycle;
using Rectify.Domain;
using Rectify.Domain.Assessments;
using Rectify.Domain.Messages;
using Rectify.Functions.Board.Entries;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Assessments;
using Rectify.Office.Cases;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Records;

/// <summary>The form of the assessment (年度考核结果) of a unit for a year. It also tells what failed years lead to (V3).</summary>
internal sealed class AssessmentForm(
    IAssessmentStore assessmentStore, AssessmentHandler assessmentHandler, IOrchestrationWaker orchestrations, Unit unit, int year,
    string actor, DateTimeOffset now, DateOnly today) : EntryForm<AssessmentEntry>
{
    // An option of a grade, whose code may be that of a result.
    private const string GradeOption = "grade.";

    public override Bilingual NewTitle => ($"登记{year}年度考核结果", $"Enter the assessment of {year}");

    public override Bilingual ChangeTitle => ($"更正{year}年度考核结果", $"Correct the assessment of {year}");

    public override Field? Id => null;

    public override IReadOnlyList<(string Name, string Text)> Blank => [];

    public override string AddressOf(string? id) => RecordAddress.OfAssessment(unit.UnitId, year);

    public override string PageOf(string? id) => RecordAddress.OfCycle(year);

    public override IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id) => [(("单位", "Unit"), unit.Name)];

    public override IReadOnlyList<Field> FieldsFor(AssessmentEntry? current) =>
        current is null ? Fields : [.. Fields, RecordFields.Correction];

    private IReadOnlyList<Field> Fields => RecordFields.Assessment(
        [.. assessmentHandler.GradesOn(today).Select(
            grade => new Option($"{GradeOption}{grade.Code}", grade.Words, [("grade", grade.Code)]))]);

    public override async Task<AssessmentEntry?> FindAsync(string id, CancellationToken cancellation) =>
        (await EntriesAsync(cancellation)).LastOrDefault(entry => entry.Year == year);

    public override async Task<Outcome<AssessmentEntry>> ReadAsync(string id, JsonObject typed, CancellationToken cancellation)
    {
        if (!FieldBody.Read<AssessmentBody>(typed).Try(out var body, out var problem)) return problem;
        var entries = await EntriesAsync(cancellation);
        return body.Value.ToEntry(
            unit.UnitId, year, entries.LastOrDefault(entry => entry.Year == year), entries.Count + 1, actor, now, today,
            assessmentHandler.GradesOn);
    }

    public override async Task<Bilingual?> ReplaceAsync(
        AssessmentEntry? seen, AssessmentEntry entry, string by, CancellationToken cancellation)
    {
        var body = new AssessmentBody(
            entry.Result, entry.DecidedOn, entry.DocumentNumber, entry.Remarks, entry.Reason, entry.Grade?.Code);
        if (!(await assessmentHandler.EnterAsync(unit.UnitId, year, body, by, cancellation)).Try(out var entered, out _)) return null;

        var before = (await assessmentHandler.VetoesOfAsync(unit.UnitId, cancellation)).Count;
        IReadOnlyList<AssessmentWarning> warnings =
        [
            .. await assessmentHandler.ApplyAsync(orchestrations, unit.UnitId, cancellation),
            .. await assessmentHandler.ReachedByAsync(entered.Entry, cancellation),
        ];
        var opened = (await assessmentHandler.VetoesOfAsync(unit.UnitId, cancellation)).Count - before;
        Bilingual done = opened > 0
            ? ("已登记。连续两年不合格，已按规则立案。", "It is recorded. Two years in a row are failed, and a case was opened.")
            : Recorded;
        return warnings.Select(WordsOf)
            .Aggregate(done, (said, warning) => ($"{said.Chinese}{warning.Chinese}", $"{said.English} {warning.English}"));
    }

    public override IReadOnlyList<(string Name, string Text)> InputOf(AssessmentEntry entry) =>
    [
        ("result", entry.Grade is { } grade ? $"{GradeOption}{grade.Code}" : WireName.Of(entry.Result)),
        ("decidedOn", IsoDay.Of(entry.DecidedOn)),
        ("documentNumber", entry.DocumentNumber ?? ""), ("remarks", entry.Remarks ?? ""),
    ];

    public override IReadOnlyList<RegisterFact> FactsOf(AssessmentEntry entry) =>
        FieldFacts.Of(Fields, FormInput.With(InputOf(entry)));

    public override async Task<IReadOnlyList<Bilingual>> NotesOnAsync(
        AssessmentEntry? before, AssessmentEntry after, CancellationToken cancellation)
    {
        var entries = await EntriesAsync(cancellation);
        var (grounds, next) = (assessmentHandler.GroundsIn(entries), assessmentHandler.GroundsIn([.. entries, after]));
        return
        [
            .. from ground in next
               where !grounds.Any(ground.IsSameAs)
               select (Bilingual)(
                   $"{ground.Words.Chinese}年度{Counted(ground)}不合格：登记后，规则允许的，即就此立案（一票否决）。",
                   $"{ground.Words.English} are {(ground.Years.Count == 2 ? "both " : "")}failed: "
                   + "once this is recorded a case for a veto opens, where the rules still allow one."),
            .. from ground in grounds
               where !next.Any(ground.IsSameAs)
               select (Bilingual)(
                   $"{ground.Words.Chinese}年度不再照原样{Counted(ground)}不合格：据此的否决自始无效；"
                   + "有关机关已作决定的，提请重新决定。",
                   $"{ground.Words.English} no longer stand failed as they did: "
                   + "a veto that rests on them is void from its start; one that people have decided about is put to them again."),
            .. (await assessmentHandler.ReachedByAsync(after, cancellation)).Select(WordsOf),
        ];
    }

    private static string Counted(FailedYears ground) => ground.AreInARow ? "连续" : "累计";

    private static Bilingual WordsOf(AssessmentWarning warning) => warning switch
    {
        AssessmentWarning.NotOpened(var ground, var problem) => (
            AssessmentMessages.NotOpened.With(ground.Words, problem.Detail.Sentence).In(Language.Chinese),
            warning.Text),
        AssessmentWarning.NobodyInPost(_, var ground, _) =>
            ($"{Dates.Day(ground.DecidedOn, Language.Chinese)}台账中无人在受限岗位任职，案件暂只涉及单位，请以更正补列人员。",
                warning.Text),
        AssessmentWarning.OfCase(_, var known) => known.Words,
        AssessmentWarning.CountReached(var reached) => reached.Words,
        _ => throw new UnreachableException(warning.GetType().Name),
    };

    private Task<IReadOnlyList<AssessmentEntry>> EntriesAsync(CancellationToken cancellation) =>
        assessmentStore.EntriesOfAsync(unit.UnitId, cancellation);
}
