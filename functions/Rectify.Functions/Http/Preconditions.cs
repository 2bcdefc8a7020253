using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Rectify.Office.Requests;

namespace Rectify.Functions.Http;

/// <summary>Reads the preconditions of a request on the entry that it would replace (RFC 9110, section 13.1).</summary>
internal static class Preconditions
{
    /// <summary><c>If-Match</c> with tags or <c>*</c>, or <c>If-None-Match: *</c>; never both.</summary>
    public static Outcome<Precondition> Of(HttpRequest request)
    {
        var (present, absent) = (request.Headers.IfMatch, request.Headers.IfNoneMatch);
        if (absent.Count > 0)
        {
            return present.Count == 0 && absent.ToString() == "*"
                ? Precondition.Absent
                : Problem.Malformed("If-None-Match", RequestMessages.NoEntryTag.With(absent.ToString()));
        }

        if (present.Count == 0) return Precondition.None;
        if (!EntityTagHeaderValue.TryParseStrictList(present, out var tags))
            return Problem.Malformed("If-Match", RequestMessages.EntryTag.With(present.ToString()));

        // Weak tags match nothing, because the replaced entry must be exactly the one that was seen.
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any))
            ? Precondition.Present
            : Precondition.OneOf([.. tags.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.ToString())]);
    }
}
