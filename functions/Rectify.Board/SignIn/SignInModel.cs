namespace Rectify.Board.SignIn;

/// <summary>The sign-in page, which asks for a key.</summary>
/// <param name="ReturnTo">The address to return to after the sign-in; always a page of the board.</param>
/// <param name="WasRefused">Whether the key that was just given was refused, and why.</param>
public sealed record SignInModel(string ReturnTo, Refusal WasRefused);

/// <summary>Whether a key was refused, and why.</summary>
public enum Refusal
{
    /// <summary>No key was given yet.</summary>
    None,

    /// <summary>The key is unknown.</summary>
    UnknownKey,

    /// <summary>The key is unknown, and too many unknown keys have come from the same address.</summary>
    TooMany,
}
