namespace Rectify.Office.Register;

/// <summary>A column of a register table.</summary>
/// <param name="Name">Its English name, that of the member on the wire.</param>
/// <param name="Chinese">Its Chinese name.</param>
/// <param name="Need">Whether a table has to have it.</param>
public sealed record RegisterColumn(string Name, string Chinese, ColumnNeed Need = ColumnNeed.Required)
{
    public bool IsNamed(string header) => header == Name || header == Chinese;
}

/// <summary>Whether a column has to be there.</summary>
public enum ColumnNeed
{
    Required,
    Optional,
}
