using Rectify.Board.Forms;
using Rectify.Board.Openings;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Admonitions;
using Rectify.Office.Cases;
using Rectify.Office.Listings;
using Rectify.Office.Requests;
using Rectify.Office.Vetoes;

namespace Rectify.Functions.Board.Openings;

/// <summary>A form that opens a case.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Done">What is said when the case is open.</param>
/// <param name="Fields">What is asked for, given the unit's officials.</param>
/// <param name="Day">The field of the day of the measure, which is today unless another is typed.</param>
/// <param name="Read">Reads what was typed.</param>
public sealed record OpeningForm(
    string Address, Bilingual Title, Bilingual Done, Func<Field.Officials, IReadOnlyList<Field>> Fields, string Day,
    Func<IReadOnlyList<Field>, FormInput, Outcome<IAskedOpening>> Read)
{
    public static OpeningForm Admonition(OpenAdmonition openAdmonition) => new(
        AddressOf(Rung.Notice), ("通报、约谈", "Notice or talk"), ("已登记，通知随即发出。", "It is recorded; the notices go out."),
        OpeningFields.Admonition, "issuedOn",
        (fields, input) => AskedOpening.Read(openAdmonition, fields, input));

    public static OpeningForm Listing(OpenListing openListing) => new(
        AddressOf(Rung.Listing), ("下达挂牌督办", "Place under listing"),
        ("已挂牌督办，通知随即发出。", "The unit is listed; the notices go out."),
        OpeningFields.Listing, "listedOn",
        (fields, input) => AskedOpening.Read(openListing, fields, input));

    public static OpeningForm DirectVeto(OpenDirectVeto openDirectVeto) => new(
        AddressOf(Rung.Veto), ("直接一票否决", "Veto without a listing"),
        ("已一票否决，通知随即发出。", "The veto is imposed; the notices go out."),
        OpeningFields.DirectVeto, "decidedOn",
        (fields, input) => AskedOpening.Read(openDirectVeto, fields, input));

    /// <summary>Where a rung is opened.</summary>
    public static string AddressOf(Rung rung) => rung switch
    {
        Rung.Listing => "/board/listings/new",
        Rung.Veto => "/board/vetoes/new",
        _ => "/board/admonitions/new",
    };

    /// <summary>Where the rung after a case is opened.</summary>
    public static string AddressAfter(CaseRecord record, Rung rung) =>
        $"{AddressOf(rung)}?{OpeningFields.UnitName}={record.State.File.Opening.Unit.UnitId}&{OpeningFields.PrecedingName}={record.CaseId}{(rung < Rung.Listing ? $"&rung={Domain.WireName.Of(rung)}" : "")}";
}
