using Rectify.Office.Requests;

namespace Rectify.Office.Access;

/// <summary>The caller's own name for a request, under which it may be repeated.</summary>
/// <param name="Value">As given; null when the request has none.</param>
public sealed record IdempotencyKey(string? Value)
{
    private const int MaxLength = 200;

    /// <summary>
    /// The key together with caller and route, since two callers may choose the same key; null when the request has none.
    /// </summary>
    public string? Within(Caller caller, string route) => Value is null ? null : $"{caller.Actor}|{route}|{Value}";

    /// <summary>The refusal of a request whose key was used before with another body.</summary>
    public static Problem Reused =>
        Problem.Of(ProblemKind.RuleBroken, ProblemTitles.KeyReused, RequestMessages.KeyReused.Told().At("Idempotency-Key"))
            .About("Idempotency-Key", RequestMessages.KeyCameBefore);

    /// <summary>The key as given, empty where the request has none; a problem where it is too long.</summary>
    public static Outcome<IdempotencyKey> Of(string key) => key.Length <= MaxLength
        ? new IdempotencyKey(key.Length == 0 ? null : key)
        : Problem.Malformed("Idempotency-Key", RequestMessages.KeyLength.With(MaxLength, key.Length));
}
