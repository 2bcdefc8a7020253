using System.Globalization;
using Rectify.Board.Forms;
using Rectify.Board.YearlyCycle;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.Board.Records;

/// <summary>The form of a duty of the rulebook's own table, such as the year-end summary (年终工作总结), of a unit or a person.</summary>
internal sealed class DutyForm(YearlyRecords yearlyRecords, YearlyDutyRule duty, Subject subject, string name, int year, DateOnly today)
    : RecordForm<DutyDoneBody, YearlyContent.Done>(
        yearlyRecords, YearlyRecordKind.Duties, subject, YearlyReport.ItemOf(year, duty.Code), today)
{
    private readonly Subject subject = subject;

    public override Bilingual NewTitle => ($"登记{year}年度{duty.Chinese}", $"Enter the {duty.English} of {year}");

    public override Bilingual ChangeTitle => ($"更正{year}年度{duty.Chinese}", $"Correct the {duty.English} of {year}");

    protected override IReadOnlyList<Field> Fields => RecordFields.Duty;

    protected override int Year => year;

    public override string AddressOf(string? id) => RecordAddress.OfDuty(duty.Code, year, subject);

    public override string PageOf(string? id) => RecordAddress.OfCycle(year);

    public override IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id) =>
        [(subject is Subject.Unit ? ("单位", "Unit") : ("人员", "Official"), name)];

    protected override IReadOnlyList<(string Name, string Text)> InputOf(YearlyContent.Done content) =>
    [
        ("doneOn", IsoDay.Of(content.DoneOn)), ("summary", content.Summary ?? ""), ("documentNumber", content.DocumentNumber ?? ""),
        .. content.Evidence.SelectMany((document, row) =>
            (IReadOnlyList<(string, string)>)[(Cell(row, "name"), document.Name), (Cell(row, "uri"), document.Uri),
                (Cell(row, "sha256"), document.Sha256 ?? "")]),
    ];

    private static string Cell(int row, string column) => string.Create(CultureInfo.InvariantCulture, $"evidence[{row}].{column}");
}
