using Rectify.Board.Forms;
using Rectify.Office.Register;

namespace Rectify.Board.Registry;

/// <summary>The page on which somebody says what the columns of a table mean.</summary>
/// <param name="Form">The form; it contains the table.</param>
/// <param name="Header">How the header is understood so far.</param>
public sealed record ColumnsModel(FormModel Form, HeaderReading Header)
{
    /// <summary>The form's name for cells of the header.</summary>
    public const string HeaderName = "header";

    /// <summary>The form's name for the column that each of them means.</summary>
    public const string MeaningName = "means";

    /// <summary>The value of the button that leads here.</summary>
    public const string Step = "columns";

    /// <summary>What a form says about columns.</summary>
    public static ColumnMeanings MeaningsIn(FormInput input) => new(input.All(HeaderName), input.All(MeaningName));

    /// <summary>What a form says about columns, for the hidden fields of the next one.</summary>
    public static IEnumerable<(string Name, string Text)> PairsOf(FormInput input) =>
        input.All(HeaderName).Select(text => (HeaderName, text)).Concat(input.All(MeaningName).Select(text => (MeaningName, text)));

    /// <summary>The cells about which something can be said.</summary>
    public IEnumerable<ReadHeader> Open => Header.Headers.Where(header => header.IsUnknown || header.IsTold);

    /// <summary>The columns that a cell can mean: those that no other one names.</summary>
    public IEnumerable<RegisterColumn> ChoicesFor(ReadHeader header) =>
        header.Column is { } own ? Header.Absent.Prepend(own) : Header.Absent;
}
