using Rectify.Office.Requests;

namespace Rectify.Office.Register;

/// <summary>Reads the posts of a body in either of its two forms: a list, or the members of a single post.</summary>
internal static class PostBodies
{
    /// <summary>The posts, in the order of the body, or what is wrong with them.</summary>
    public static Outcome<IReadOnlyList<OfficialPost>> Read(OfficialBody body)
    {
        if (body.Posts is null) return Bare(body);
        if (body is not { UnitId: null, Post: null, Role: null, From: null, To: null, Responsibility: null })
            return Problem.Malformed("posts", RegisterMessages.BothForms);
        if (body.Posts.Count == 0) return Problem.Rule("posts", RegisterMessages.NoPosts.With(PostHistory.Max));
        if (body.Posts.Count > PostHistory.Max) return TooMany("posts", body.Posts.Count);
        if (body.Posts.Count(post => post.Main == true) > 1) return Problem.Rule("posts", RegisterMessages.MainPost);

        IReadOnlyList<OfficialPost> posts =
            [.. body.Posts.Select(post => new OfficialPost(post.UnitId, post.Post, post.Role, post.From, post.To, post.Responsibility))];
        var everything = Problem.Together(posts.Index().SelectMany(one => (Problem?[])
        [
            Refuse(body, one.Index, one.Item),
            posts.Take(one.Index).Any(one.Item.IsSameAs)
                ? Problem.Rule($"posts[{one.Index}]", RegisterMessages.PostTwice.With(one.Item.Post, one.Item.UnitId, one.Item.From))
                : null,
        ]));
        return everything is not null ? everything : Outcome<IReadOnlyList<OfficialPost>>.Of(posts);
    }

    /// <summary>The post that is marked as the main one; null when none is.</summary>
    public static OfficialPost? MainOf(OfficialBody body, IReadOnlyList<OfficialPost> posts) =>
        body.Posts?.Index().Where(one => one.Item.Main == true).Select(one => posts[one.Index]).FirstOrDefault();

    /// <summary>The name of a member of a post in the body.</summary>
    public static string Member(OfficialBody body, int index, string name) => body.Posts is null ? name : $"posts[{index}].{name}";

    /// <summary>The problem with a list that is too long.</summary>
    public static Problem TooMany(string member, int count) =>
        Problem.Rule(member, RegisterMessages.TooManyPosts.With(PostHistory.Max, count));

    private static Outcome<IReadOnlyList<OfficialPost>> Bare(OfficialBody body)
    {
        if (body is not { UnitId: { } unitId, Post: { } title, Role: { } role, From: { } from })
        {
            var missing = ((string, object?)[])[("unitId", body.UnitId), ("post", body.Post), ("role", body.Role), ("from", body.From)];
            return Problem.Malformed(missing.Where(member => member.Item2 is null)
                .ToDictionary(member => member.Item1, member => RegisterMessages.MissingPost.Told().At(member.Item1)));
        }

        var post = new OfficialPost(unitId, title, role, from, body.To, body.Responsibility);
        return Refuse(body, 0, post) is { } refusal ? refusal : Outcome<IReadOnlyList<OfficialPost>>.Of([post]);
    }

    private static Problem? Refuse(OfficialBody body, int index, OfficialPost post)
    {
        var to = Member(body, index, "to");
        return Problem.Together(
            TextLimits.Refuse((Member(body, index, "post"), post.Post, TextLimits.Line)),
            post.To < post.From ? Problem.Rule(to, RegisterMessages.TermBackwards.With(post.From, post.To)) : null);
    }
}
