using System.Text.Json.Serialization;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Register;

namespace Rectify.Office.RegisterEntries;

/// <summary>An official on the wire: every post, and for older clients the main one beside the name.</summary>
public sealed record OfficialView(
    OfficialId OfficialId, string Name, string? Email, UnitId UnitId, string Post, LeaderRole Role, DateOnly From, DateOnly? To,
    MailLanguage Language, Responsibility? Responsibility, IReadOnlyList<PostView> Posts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Warnings = null)
{
    /// <summary>An official after an entry, with the warnings about it.</summary>
    public static OfficialView Of(Official official, IEnumerable<RegisterWarning> warnings) =>
        Of(official) with { Warnings = [.. warnings.Select(warning => warning.Text)] };

    public static OfficialView Of(Official official)
    {
        var main = official.MainPost;
        return new OfficialView(
            official.OfficialId, official.Name, official.Email, main.UnitId, main.Post, main.Role, main.From, main.To, official.Language,
            main.Responsibility,
            [.. official.Posts.Select(
                post => new PostView(post.UnitId, post.Post, post.Role, post.From, post.To, post == main, post.Responsibility))]);
    }
}

/// <summary>A post on the wire.</summary>
public sealed record PostView(UnitId UnitId, string Post, LeaderRole Role, DateOnly From, DateOnly? To, bool Main,
    Responsibility? Responsibility);
