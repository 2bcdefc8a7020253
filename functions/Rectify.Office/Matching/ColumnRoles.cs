namespace Rectify.Office.Matching;

/// <summary>Decides what each column of a pasted list holds: by its heading, otherwise by what the register knows of its cells.</summary>
internal static class ColumnRoles
{
    /// <summary>The role of each column.</summary>
    /// <param name="heading">What the heading says of each column; null without a heading, or for a word that it does not know.</param>
    /// <param name="rows">The rows that have columns.</param>
    /// <param name="width">How many columns the widest row has.</param>
    public static IReadOnlyList<ColumnRole> Of(
        IReadOnlyList<ColumnRole?>? heading, IReadOnlyList<IReadOnlyList<Cell>> rows, int width)
    {
        var columns = Enumerable.Range(0, width).Select(at => new Column(at, [.. rows.Where(row => row.Count > at).Select(row => row[at])]))
            .ToList();
        var roles = columns.Select(column => column.IsNumbering ? ColumnRole.Ignored : RoleIn(heading, column.At)).ToArray();
        if (heading is null && width == 1) return [ColumnRole.Open];

        foreach (var column in columns.Where(column => roles[column.At] == ColumnRole.Open && column.Share(CellKind.Ignored) > 0.5))
            roles[column.At] = ColumnRole.Ignored;
        Take(ColumnRole.Id, column => column.Share(CellKind.WholeId));
        Take(ColumnRole.Name, column => column.Share(CellKind.Person) - column.Share(CellKind.Unit) / 2);
        Take(ColumnRole.Unit, column => column.Share(CellKind.Unit));
        Take(ColumnRole.Name, column => column.Share(CellKind.LikeName) - column.Share(CellKind.Post));
        Take(ColumnRole.Post, column => column.Share(CellKind.Post));
        Take(ColumnRole.Id, column => column.Share(CellKind.BareId) > 0.5 ? 1 : 0);

        // What is left is taken for what is still missing, so that it can speak against a candidate. Under headings that are not known this
        // holds for the unit alone: a column of merits is no post.
        Take(ColumnRole.Unit, column => column.Share(CellKind.Ignored) < 1 ? 1 : 0);
        if (heading is not null) return [.. roles.Select(role => role == ColumnRole.Open ? ColumnRole.Ignored : role)];
        Take(ColumnRole.Post, column => column.Share(CellKind.Ignored) < 1 ? 1 : 0);
        return roles;

        // The open column with the largest share, the first of them, gets a role that no column has yet.
        void Take(ColumnRole role, Func<Column, double> share)
        {
            if (roles.Contains(role)) return;
            var best = columns.Where(column => roles[column.At] == ColumnRole.Open).OrderByDescending(share).FirstOrDefault();
            if (best is not null && share(best) > 0) roles[best.At] = role;
        }
    }

    private static ColumnRole RoleIn(IReadOnlyList<ColumnRole?>? heading, int at) =>
        heading is null || at >= heading.Count ? ColumnRole.Open : heading[at] ?? ColumnRole.Open;

    private sealed record Column(int At, IReadOnlyList<Cell> Cells)
    {
        private IReadOnlyList<Cell> Filled { get; } = [.. Cells.Where(cell => cell.Text.Length > 0)];

        /// <summary>Whether the cells count the rows.</summary>
        public bool IsNumbering => Filled.Count > 0 && Filled.All(cell => cell.Number is not null)
            && Filled.Zip(Filled.Skip(1)).All(pair => pair.First.Number + 1 == pair.Second.Number) && Filled[0].Number is 0 or 1;

        /// <summary>The share of the cells that are of a kind.</summary>
        public double Share(CellKind kind) => Filled.Count == 0 ? 0 : Filled.Count(cell => cell.Is(kind)) / (double)Filled.Count;
    }
}
