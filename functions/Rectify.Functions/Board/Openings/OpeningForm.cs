using Rectify.Board.Forms;
using Rectify.Board.Openings;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Admonitions;
using Rectify.Office.Cases;
using Rectify.Office.Listings;
using Rectify.Office.Requests;
using Rectify.Office.Vetoes;

namespace Rectify.Functions.Board.Openings;

/// <summary>A form that opens a case.</summary>
/// <param name="Address">The address of the form.</param>
/// <param name="Title">The title of the form.</param>
/// <param name="Done">The message after the case was opened.</param>
/// <param name="Fields">Gives the fields; takes the field for the officials of the unit.</param>
/// <param name="Day">The name of the field for the day of the measure; it is filled with today.</param>
/// <param name="Read">Reads the filled-in form.</param>
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

    /// <summary>The measure whose roles are looked up; a lower rung calls those whom a listing would bar.</summary>
    public Measure Measure => Address == AddressOf(Rung.Veto) ? Measure.Veto : Measure.Listing;

    /// <summary>The rungs that the form may open.</summary>
    public IReadOnlyList<Rung> Rungs => [.. Enum.GetValues<Rung>().Where(rung => AddressOf(rung) == Address)];

    /// <summary>The address of the form that opens a rung.</summary>
    public static string AddressOf(Rung rung) => rung switch
    {
        Rung.Listing => "/board/listings/new",
        Rung.Veto => "/board/vetoes/new",
        _ => "/board/admonitions/new",
    };

    /// <summary>The address of the form that opens a rung for a unit.</summary>
    public static string AddressFor(UnitId unit, Rung rung) =>
        $"{AddressOf(rung)}?{OpeningFields.UnitName}={unit}" + (rung < Rung.Listing ? $"&rung={Domain.WireName.Of(rung)}" : "");

    /// <summary>The address of the form that opens the next rung after a case.</summary>
    public static string AddressAfter(CaseRecord record, Rung rung) =>
        $"{AddressFor(record.State.File.Opening.Unit.UnitId, rung)}&{OpeningFields.PrecedingName}={record.CaseId}";
}
