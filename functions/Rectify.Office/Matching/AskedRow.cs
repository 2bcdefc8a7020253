namespace Rectify.Office.Matching;

/// <summary>A row of a list of names: who is asked about, as the asker has it.</summary>
/// <param name="Row">The number of the row, from 1: the line of a pasted text on which it begins.</param>
/// <param name="Text">The row as it was pasted.</param>
/// <param name="Name">
/// Name of a person or a unit; null when the row has none; empty when the list has names and this row has none, so that nobody is found.
/// </param>
/// <param name="Unit">Unit, or unit and post in one; null when the row has none.</param>
/// <param name="Post">Post; null when the row has none.</param>
/// <param name="Id">An id of the register, with or without its kind; null when the row has none.</param>
public sealed record AskedRow(int Row, string Text, string? Name, string? Unit, string? Post, string? Id)
{
    /// <summary>Rows with the same key ask the same.</summary>
    public string Key => string.Join('\n', new[] { Name, Unit, Post, Id }.Select(part => part is null ? "" : NameKey.Of(part)));
}
