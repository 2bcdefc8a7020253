namespace Rectify.Board.SignIn;

/// <summary>The sign-in page, which asks for a work address or a key.</summary>
/// <param name="ReturnTo">The address to return to after the sign-in; always a page of the board.</param>
/// <param name="WasRefused">Whether what was just given was refused, and why.</param>
/// <param name="Directory">The address to sign in by the organisation's directory; null where there is none.</param>
public sealed record SignInModel(string ReturnTo, Refusal WasRefused, string? Directory)
{
    public static SignInModel Of(string returnTo, Refusal refusal, Func<string, string?> directory) =>
        new(returnTo, refusal, directory(returnTo));
}

/// <summary>The page of a link to sign in.</summary>
/// <param name="Token">The token in the link; null when it was used before or is too old.</param>
public sealed record LinkModel(string? Token);

/// <summary>The answer to a request for a link to sign in.</summary>
/// <param name="Address">The address as it was typed.</param>
/// <param name="Minutes">How long a link is valid.</param>
public sealed record LinkSentModel(string Address, int Minutes);

/// <summary>Whether an address or a key was refused, and why.</summary>
public enum Refusal
{
    /// <summary>Nothing was given yet.</summary>
    None,

    /// <summary>The key is unknown.</summary>
    UnknownKey,

    /// <summary>The key is unknown, and too many unknown keys have come from the same address.</summary>
    TooMany,

    /// <summary>What was typed is no mail address.</summary>
    NoAddress,

    /// <summary>Too many links were asked for from the same network address.</summary>
    TooManyLinks,
}
