using Rectify.Board.Forms;
using Rectify.Board.YearlyCycle;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Register;
using Rectify.Office.YearlyCycle;

namespace Rectify.Functions.Board.Records;

/// <summary>The form of a commendation (表彰奖励) of an official.</summary>
internal sealed class CommendationForm(YearlyRecords yearlyRecords, Official official, string commendationId, DateOnly today)
    : RecordForm<CommendationBody, YearlyContent.Commendation>(yearlyRecords, YearlyRecordKind.Commendations,
        new Subject.Official(official.OfficialId), commendationId, today)
{
    public override Bilingual NewTitle => ("登记表彰奖励", "Enter a commendation");

    public override Bilingual ChangeTitle => ("更正表彰奖励", "Correct a commendation");

    protected override IReadOnlyList<Field> Fields => RecordFields.Commendation;

    protected override int Year => 0;

    public override string AddressOf(string? id) => RecordAddress.OfCommendation(official.OfficialId, Item);

    public override string PageOf(string? id) => $"/board/officials/{official.OfficialId}";

    public override IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id) =>
        [(("人员", "Official"), $"{official.Name}（{official.MainPost.Post}）")];

    protected override IReadOnlyList<(string Name, string Text)> InputOf(YearlyContent.Commendation content) =>
    [
        ("title", content.Title), ("awardedBy", content.AwardedBy), ("awardedOn", IsoDay.Of(content.AwardedOn)),
        ("documentNumber", content.DocumentNumber ?? ""),
        ("citation", content.Citation ?? ""),
    ];
}
