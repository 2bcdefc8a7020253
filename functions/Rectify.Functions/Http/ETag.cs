using Microsoft.AspNetCore.Http;
using Rectify.Domain;
using Rectify.Office.Cases;
using Rectify.Office.Requests;

namespace Rectify.Functions.Http;

/// <summary>The entity tag of a case: its version.</summary>
internal static class ETag
{
    public static string Of(int version) => CaseProblems.TagOf(version);

    /// <summary>The version that <c>If-Match</c> requires; null when it requires none.</summary>
    public static Outcome<int?> IfMatch(HttpRequest request) => request.Headers.IfMatch.ToString() switch
    {
        "" or "*" => (int?)null,
        ['"', .. var digits, '"'] when Digits.TryRead(digits, out int version) => version,
        var other => Problem.Malformed("If-Match", RequestMessages.CaseTag.With(other)),
    };
}
