using System.Globalization;
using System.Text.Json.Nodes;
using Rectify.Board.Forms;
using Rectify.Board.YearlyCycle;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.Board.Records;

/// <summary>The form of a supervision visit (督促检查、明察暗访) to a unit.</summary>
internal sealed class VisitForm(YearlyRecords yearlyRecords, VisitedCases visitedCases, Unit unit, string visitId, DateOnly today)
    : RecordForm<VisitBody, YearlyContent.Visit>(
        yearlyRecords, YearlyRecordKind.Visits, new Subject.Unit(unit.UnitId), visitId, today)
{
    public override Bilingual NewTitle => ("登记督查", "Enter a supervision visit");

    public override Bilingual ChangeTitle => ("更正督查记录", "Correct a supervision visit");

    protected override IReadOnlyList<Field> Fields => RecordFields.Visit;

    protected override int Year => 0;

    public override string AddressOf(string? id) => RecordAddress.OfVisit(unit.UnitId, Item);

    public override string PageOf(string? id) => $"/board/units/{unit.UnitId}";

    public override IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id) => [(("单位", "Unit"), unit.Name)];

    public override async Task<Outcome<YearlyDraft>> ReadAsync(string id, JsonObject typed, CancellationToken cancellation)
    {
        if (!(await base.ReadAsync(id, typed, cancellation)).Try(out var draft, out var problem)) return problem;
        return await visitedCases.RefuseAsync(draft.Content, unit.UnitId, cancellation) is { } otherCase ? otherCase : draft;
    }

    protected override IReadOnlyList<(string Name, string Text)> InputOf(YearlyContent.Visit content) =>
    [
        ("visitedOn", IsoDay.Of(content.VisitedOn)), ("visitKind", WireName.Of(content.VisitKind)), ("visitedBy", content.VisitedBy),
        ("findings", content.Findings), ("caseId", content.CaseId?.Value ?? ""),
        .. content.Evidence.SelectMany((document, row) =>
            (IReadOnlyList<(string, string)>)[(Cell(row, "name"), document.Name), (Cell(row, "uri"), document.Uri),
                (Cell(row, "sha256"), document.Sha256 ?? "")]),
    ];

    private static string Cell(int row, string column) => string.Create(CultureInfo.InvariantCulture, $"evidence[{row}].{column}");
}
