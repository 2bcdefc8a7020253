using Rectify.Office.Requests;

namespace Rectify.Office.Access;

/// <summary>The caller's own name for a request, under which it may be repeated.</summary>
/// <param name="Value">As given; null when the request has none.</param>
public sealed record IdempotencyKey(string? Value)
{
    private const int MaxLength = 200;

    /// <summary>The name among all callers and routes, since keys of two callers never meet; null when the request has none.</summary>
    public string? Within(Caller caller, string route) => Value is null ? null : $"{caller.Actor}|{route}|{Value}";

    /// <summary>Why a request is refused whose key came with another body before.</summary>
    public static Problem Reused =>
        Problem.Of(ProblemKind.RuleBroken, ProblemTitles.KeyReused, RequestMessages.KeyReused.Told().At("Idempotency-Key"))
            .About("Idempotency-Key", RequestMessages.KeyCameBefore);

    /// <summary>The key as given, empty where the request has none; a problem where it is too long.</summary>
    public static Outcome<IdempotencyKey> Of(string key) => key.Length <= MaxLength
        ? new IdempotencyKey(key.Length == 0 ? null : key)
        : Problem.Malformed("Idempotency-Key", RequestMessages.KeyLength.With(MaxLength, key.Length));
}
