using System.Text.Json;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Register;

/// <summary>A post in the form in which stores keep it. Its members must never change.</summary>
public sealed record StoredPost(
    UnitId UnitId, string Post, LeaderRole Role, DateOnly From, DateOnly? To = null, Responsibility? Responsibility = null, int Main = 0)
{
    /// <summary>The posts as a text.</summary>
    public static string Text(PostHistory history) => DomainJson.Text(
        history.Select(
            post =>
                new StoredPost(post.UnitId, post.Post, post.Role, post.From, post.To, post.Responsibility, post == history.Main ? 1 : 0)));

    /// <summary>The posts in a text.</summary>
    /// <exception cref="JsonException">The text is no list of posts: the storage is damaged.</exception>
    public static PostHistory Read(string text)
    {
        var stored = DomainJson.Read<IReadOnlyList<StoredPost>>(text);
        return PostHistory.Of([.. stored.Select(post => post.ToPost())], stored.FirstOrDefault(post => post.Main == 1)?.ToPost());
    }

    private OfficialPost ToPost() => new(UnitId, Post, Role, From, To, Responsibility);
}
