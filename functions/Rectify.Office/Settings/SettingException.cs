namespace Rectify.Office.Settings;

/// <summary>A setting is wrong; the message names it, what it may be, and what it is.</summary>
public sealed class SettingException(string message, Exception? cause = null) : Exception(message, cause);
