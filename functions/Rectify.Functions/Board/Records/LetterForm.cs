using Rectify.Board.Forms;
using Rectify.Board.YearlyCycle;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Register;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.Board.Records;

/// <summary>The form of the responsibility letter (目标责任书) of a unit for a year.</summary>
internal sealed class LetterForm(YearlyRecords yearlyRecords, Unit unit, int year, DateOnly today)
    : RecordForm<ResponsibilityLetterBody, YearlyContent.Letter>(yearlyRecords, YearlyRecordKind.Letters, new Subject.Unit(unit.UnitId),
        YearlyReport.ItemOf(year), today)
{
    public override Bilingual NewTitle => ($"登记{year}年度目标责任书", $"Enter the responsibility letter of {year}");

    public override Bilingual ChangeTitle => ($"更正{year}年度目标责任书", $"Correct the responsibility letter of {year}");

    protected override IReadOnlyList<Field> Fields => RecordFields.Letter;

    protected override int Year => year;

    public override string AddressOf(string? id) => RecordAddress.OfLetter(unit.UnitId, year);

    public override string PageOf(string? id) => RecordAddress.OfCycle(year);

    public override IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id) => [(("单位", "Unit"), unit.Name)];

    protected override IReadOnlyList<(string Name, string Text)> InputOf(YearlyContent.Letter content) =>
    [
        ("signedOn", IsoDay.Of(content.SignedOn)), ("signedBy", content.SignedBy), ("signedWith", content.SignedWith),
        ("documentNumber", content.DocumentNumber ?? ""),
        ("remarks", content.Remarks ?? ""),
    ];
}
