namespace Rectify.Domain.Terms;

/// <summary>A day on which a reminder goes out.</summary>
/// <param name="DaysBefore">
/// The step of the cadence: calendar days before the deadline; 0 is the deadline itself. <paramref name="Day"/> can be earlier (D10), so a
/// text that counts the days left counts from <paramref name="Day"/>.
/// </param>
/// <param name="Day">The local day of the reminder.</param>
public sealed record ReminderDay(int DaysBefore, DateOnly Day);
