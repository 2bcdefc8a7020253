namespace Rectify.Board.SignIn;

/// <summary>The page that takes a key.</summary>
/// <param name="ReturnTo">The page that was asked for; always one of the board.</param>
/// <param name="WasRefused">The key just given is nobody's.</param>
public sealed record SignInModel(string ReturnTo, Refusal WasRefused);

/// <summary>Whether a key was just refused.</summary>
public enum Refusal
{
    /// <summary>None was given yet.</summary>
    None,

    /// <summary>It is nobody's.</summary>
    UnknownKey,

    /// <summary>It is nobody's, as many before it from the same address.</summary>
    TooMany,
}
