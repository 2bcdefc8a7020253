namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a timer stands in its schedule. All times are UTC.</summary>
public class ScheduleStatus
{
    /// <summary>When the function last ran; the default value if never.</summary>
    public DateTime Last { get; set; }

    /// <summary>The occurrence expected after <see cref="Last"/>.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this record was last written.</summary>
    public DateTime LastUpdated { get; set; }
}
