using System.Globalization;
using Rectify.Board.Forms;
using Rectify.Board.YearlyCycle;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Register;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.Board.Records;

/// <summary>The form of the duty report (述职报告) of an official on a year.</summary>
internal sealed class ReportForm(YearlyRecords yearlyRecords, Official official, int year, DateOnly today)
    : RecordForm<DutyReportBody, YearlyContent.Report>(yearlyRecords, YearlyRecordKind.Reports, new Subject.Official(official.OfficialId),
        YearlyReport.ItemOf(year), today)
{
    public override Bilingual NewTitle => ($"登记{year}年度述职报告", $"Enter the duty report on {year}");

    public override Bilingual ChangeTitle => ($"更正{year}年度述职报告", $"Correct the duty report on {year}");

    protected override IReadOnlyList<Field> Fields => RecordFields.Report;

    protected override int Year => year;

    public override string AddressOf(string? id) => RecordAddress.OfReport(official.OfficialId, year);

    public override string PageOf(string? id) => RecordAddress.OfCycle(year);

    public override IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id) =>
        [(("人员", "Official"), $"{official.Name}（{official.MainPost.Post}）")];

    protected override IReadOnlyList<(string Name, string Text)> InputOf(YearlyContent.Report content) =>
    [
        ("submittedOn", IsoDay.Of(content.SubmittedOn)), ("summary", content.Summary),
        .. content.Evidence.SelectMany((document, row) =>
            (IReadOnlyList<(string, string)>)[(Cell(row, "name"), document.Name), (Cell(row, "uri"), document.Uri),
                (Cell(row, "sha256"), document.Sha256 ?? "")]),
    ];

    private static string Cell(int row, string column) => string.Create(CultureInfo.InvariantCulture, $"evidence[{row}].{column}");
}
