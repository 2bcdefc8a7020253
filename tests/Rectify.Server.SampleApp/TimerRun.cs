using Microsoft.Azure.Functions.Worker;

namespace Rectify.Server.SampleApp;

public sealed record TimerRun(DateTimeOffset At, bool IsPastDue, ScheduleStatus? Status);
