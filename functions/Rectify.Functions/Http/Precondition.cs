using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Rectify.Functions.Http;

/// <summary>What a caller demands of the entry that a request would replace (RFC 9110, section 13.1).</summary>
internal sealed class Precondition
{
    private readonly IList<EntityTagHeaderValue>? match;
    private readonly Demand demand;

    private Precondition(Demand demand, IList<EntityTagHeaderValue>? match = null) => (this.demand, this.match) = (demand, match);

    private enum Demand
    {
        Nothing,
        Absence,
        Presence,
    }

    /// <summary>The caller takes whatever stands there.</summary>
    public bool IsNone => demand == Demand.Nothing;

    /// <summary><c>If-Match</c> with tags or <c>*</c>, or <c>If-None-Match: *</c>; never both.</summary>
    public static Outcome<Precondition> Of(HttpRequest request)
    {
        var (present, absent) = (request.Headers.IfMatch, request.Headers.IfNoneMatch);
        if (absent.Count > 0)
        {
            return present.Count == 0 && absent.ToString() == "*"
                ? new Precondition(Demand.Absence)
                : Problem.Malformed("If-None-Match", RequestMessages.NoEntryTag.With(absent.ToString()));
        }

        if (present.Count == 0) return new Precondition(Demand.Nothing);

        return EntityTagHeaderValue.TryParseStrictList(present, out var tags)
            ? new Precondition(Demand.Presence, tags)
            : Problem.Malformed("If-Match", RequestMessages.EntryTag.With(present.ToString()));
    }

    /// <summary>Whether what stands there, null for nothing, is what the caller demands.</summary>
    public bool Allows<T>(T? standing) where T : class => demand switch
    {
        Demand.Absence => standing is null,
        Demand.Presence => standing is not null && match!.Any(tag => IsOf(standing, tag)),
        _ => true,
    };

    /// <summary>The refusal of a request whose demand is not met by what stands there.</summary>
    public static Problem Failed<T>(T? standing) where T : class => Problem.Of(
        412, ProblemTitles.EntryChanged,
        standing is null ? RequestMessages.NoEntry : RequestMessages.PresentTag.With(ETag.OfEntry(standing)));

    private static bool IsOf<T>(T standing, EntityTagHeaderValue tag) where T : class =>
        tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(new EntityTagHeaderValue(ETag.OfEntry(standing)), useStrongComparison: true);
}
