using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.YearlyCycle;

namespace Rectify.Functions.Registry;

/// <summary>Keeps the posts that officials leave: the register itself knows the present one only.</summary>
/// <remarks>
/// A post is left when the register is told of another one that begins later: of another unit, title, role or responsibility. What is
/// entered under the same or an earlier first day corrects the post that stands there, and nothing was left.
/// </remarks>
internal sealed class PostArchive(IRegistry registry, IYearlyBook book, TimeProvider clock)
{
    /// <summary>Keeps what the register is about to lose. Called before it is written; called again it keeps nothing twice.</summary>
    public async Task KeepAsync(IReadOnlyList<Official> next, string actor, CancellationToken cancellation)
    {
        var standing = (await registry.FindOfficialsAsync([.. next.Select(official => official.OfficialId)], cancellation)).ToDictionary(official => official.OfficialId);
        foreach (var official in next)
        {
            if (standing.GetValueOrDefault(official.OfficialId) is { } before && IsLeft(before, official))
                await KeepAsync(before, official.From.AddDays(-1), actor, cancellation);
        }
    }

    /// <summary>Every post of an official that is known, in the order of their first days; the last is the present one.</summary>
    public async Task<IReadOnlyList<YearlyContent.Post>> PostsOfAsync(Official official, CancellationToken cancellation)
    {
        var present = Post(official, official.To);
        var left = Posts(await book.EntriesOfAsync(YearlyBookName.Posts, new Subject.Official(official.OfficialId), cancellation));
        return [.. left.Where(post => !IsSame(post, present)).OrderBy(post => post.From), present];
    }

    /// <summary>The officials of a unit with their time in it: those in the register, and those who have left it since.</summary>
    public async Task<IReadOnlyList<(OfficialId OfficialId, YearlyContent.Post Post)>> PostsInAsync(UnitId unitId, CancellationToken cancellation)
    {
        var present = (await registry.OfficialsOfAsync(unitId, cancellation)).Select(official => (official.OfficialId, Post: Post(official, official.To))).ToList();
        var left = from entry in await book.EntriesAboutAsync(YearlyBookName.Posts, unitId.Value, cancellation)
                   let post = (YearlyContent.Post)entry.Content!
                   let id = ((Subject.Official)entry.Subject).Id
                   where !present.Any(one => one.OfficialId == id && IsSame(one.Post, post))
                   select (id, post);
        return [.. present, .. left];
    }

    private async Task KeepAsync(Official before, DateOnly lastDay, string actor, CancellationToken cancellation)
    {
        var subject = new Subject.Official(before.OfficialId);
        var post = Post(before, before.To is { } to && to < lastDay ? to : lastDay);
        while (true)
        {
            var entries = await book.EntriesOfAsync(YearlyBookName.Posts, subject, cancellation);
            if (Posts(entries).Any(kept => IsSame(kept, post))) return;

            var entry = new YearlyEntry(YearlyBookName.Posts, subject, entries.Count + 1, before.UnitId.Value, post, null, actor, clock.GetUtcNow());
            if (await book.TryAddAsync(entry, cancellation)) return;
        }
    }

    private static bool IsLeft(Official before, Official next) =>
        next.From > before.From
        && (next.UnitId, next.Post, next.Role, next.Responsibility) != (before.UnitId, before.Post, before.Role, before.Responsibility);

    private static bool IsSame(YearlyContent.Post one, YearlyContent.Post other) => (one.UnitId, one.Title, one.From) == (other.UnitId, other.Title, other.From);

    private static IEnumerable<YearlyContent.Post> Posts(IEnumerable<YearlyEntry> entries) => entries.Select(entry => entry.Content).OfType<YearlyContent.Post>();

    private static YearlyContent.Post Post(Official official, DateOnly? lastDay) =>
        new(official.UnitId, official.Post, official.Role, official.Responsibility, official.From, lastDay);
}
