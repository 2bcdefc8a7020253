namespace Rectify.Office.Settings;

/// <summary>How replies to consulting bodies go out.</summary>
public enum ReplyMode
{
    /// <summary>By themselves, when they are asked for.</summary>
    AtOnce,

    /// <summary>An officer checks, numbers and issues each of them, or returns the question with a reason.</summary>
    ByOfficer,
}
