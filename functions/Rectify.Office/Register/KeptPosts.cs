using Rectify.Domain.YearlyCycle;

namespace Rectify.Office.Register;

/// <summary>Reads the posts that earlier versions kept in a yearly book, because their register held the present post only.</summary>
public static class KeptPosts
{
    /// <summary>
    /// The present post together with those before it. An earlier post ends before the present one begins, even when the first day of the
    /// present post was corrected since.
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
