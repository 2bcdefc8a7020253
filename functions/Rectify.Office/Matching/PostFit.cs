using Rectify.Office.Register;

namespace Rectify.Office.Matching;

/// <summary>Compares the post that a row names with the posts of a person.</summary>
internal sealed class PostFit(UnitIndex units, DateOnly today)
{
    private static readonly char[] Between = ['、', ',', '，', ';', '；', '/', '／', '兼', '\n', ' '];

    /// <summary>What the post says about the person; nothing when the row has none.</summary>
    public IEnumerable<Sign> Signs(RegisteredPerson person, string? post)
    {
        var asked = Parts(post ?? "").ToList();
        if (asked.Count == 0) return [];
        return [asked.SelectMany(part => person.Posts.Select(own => Of(part, own))).Min()];
    }

    /// <summary>The keys by which a post is called: its titles, and how these end.</summary>
    public static IEnumerable<string> TitlesOf(string post) =>
        from title in Parts(post).Append(NameKey.Of(post))
        from start in Enumerable.Range(0, Math.Max(0, title.Length - 1))
        where start == 0 || title[start - 1] != '副'
        select title[start..];

    // The signs are ordered from the best to the worst.
    private Sign Of(string part, OfficialPost own)
    {
        var held = own.HeldOn(today) ? Sign.Post : Sign.PostAtOtherTime;
        return Parts(own.Post).Append(NameKey.Of(own.Post)).Select(title =>
            title == part ? held
            : IsEnd(part, title, out _) || (IsEnd(title, part, out var before) && units.Names(before, own.UnitId)) ? Sign.EndOfPost
            : Sign.OtherPost).Min();
    }

    // 书记 is the end of 街道党工委书记, and not of 副书记, which is another post.
    private static bool IsEnd(string end, string whole, out string before)
    {
        before = whole.EndsWith(end, StringComparison.Ordinal) ? TraditionalForms.Simplified(whole[..^end.Length]) : "";
        return end.Length >= 2 && before.Length > 0 && !before.EndsWith('副');
    }

    private static IEnumerable<string> Parts(string text) =>
        text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(NameKey.Of)
            .Where(part => part.Length > 0);
}
