using Rectify.Domain.YearlyCycle;

namespace Rectify.Office.Register;

/// <summary>Posts that an earlier program kept in the yearly book, because its register knew the present one only.</summary>
public static class KeptPosts
{
    /// <summary>
    /// The present post with those before it. A post that was left ends before the present one begins, also when that was corrected since.
    /// </summary>
    public static PostHistory Before(OfficialPost present, IEnumerable<YearlyContent.Post> kept)
    {
        var left =
            from post in kept
            let end = post.From < present.From && (post.To is not { } to || to >= present.From) ? present.From.AddDays(-1) : post.To
            select new OfficialPost(post.UnitId, post.Title, post.Role, post.From, end, post.Responsibility);
        return PostHistory.Of([.. left.Where(post => !post.IsSameAs(present)), present], present);
    }
}
