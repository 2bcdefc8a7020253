using Rectify.Office.Register;


namespace Rectify.Office.RegisterEntries;

/// <summary>Makes entries of the rows of a table of officials: several rows with one id are the posts of one person.</summary>
internal static class OfficialLines
{
    /// <summary>An entry for each id, with its rows. A row that contradicts another one of its person is rejected.</summary>
    public static IReadOnlyList<(OfficialEntry Entry, IReadOnlyList<OfficialLine> Lines)> Entries(IReadOnlyList<OfficialLine> lines)
    {
        List<(OfficialEntry, IReadOnlyList<OfficialLine>)> entries = [];

        // An id that could not be read has been rejected already.
        foreach (var person in lines.Where(line => line.Id.Value is not null).GroupBy(line => line.Id))
        {
            IReadOnlyList<OfficialLine> rows = [.. person];
            Reject(rows);
            IReadOnlyList<OfficialPost> posts = [.. rows.Select(row => row.Post).Where(post => post.UnitId.Value is not null)];
            if (posts.Count == 0) continue;

            var main = rows.FirstOrDefault(row => row.Main == MainMark.True && posts.Contains(row.Post))?.Post;
            var official = new Official(person.Key, rows[0].Name, rows[0].Email, rows[0].Language, PostHistory.Of(posts, main));
            entries.Add(
                (rows.Count == 1 ? new OfficialEntry.Transfer { Entered = official } : new OfficialEntry.Whole { Entered = official },
                    rows));
        }

        return entries;
    }

    private static void Reject(IReadOnlyList<OfficialLine> rows)
    {
        var first = rows[0];
        foreach (var (index, row) in rows.Index().Skip(1))
        {
            if (row.Name != first.Name) Differs(row, OfficialTableFormat.Name, "name", first);
            if (row.Email != first.Email) Differs(row, OfficialTableFormat.Email, "address", first);
            if (row.Language != first.Language) Differs(row, OfficialTableFormat.Language, "language", first);
            if (rows.Take(index).FirstOrDefault(earlier => earlier.Post.IsSameAs(row.Post)) is { } twin)
                row.Row.Reject(OfficialTableFormat.Id, RowMessages.PostTwice.With(twin.Row.Line));
            if (row.Main == MainMark.True && rows.Take(index).FirstOrDefault(earlier => earlier.Main == MainMark.True) is { } main)
                row.Row.Reject(OfficialTableFormat.Main, RowMessages.MainTwice.With(main.Row.Line));
            if (index == PostHistory.Max) row.Row.Reject(OfficialTableFormat.Id, RowMessages.TooManyPosts.With(PostHistory.Max));
        }
    }

    private static void Differs(OfficialLine row, RegisterColumn column, string what, OfficialLine first) =>
        row.Row.Reject(column, RowMessages.OnePerson.With(what, first.Row.Line));
}
