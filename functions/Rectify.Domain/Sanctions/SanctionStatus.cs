namespace Rectify.Domain.Sanctions;

/// <summary>How a sanction stands on a given day.</summary>
public enum SanctionStatus
{
    /// <summary>Its first day lies ahead.</summary>
    Upcoming,

    /// <summary>The subject is barred on that day.</summary>
    Active,

    /// <summary>Its last day has passed.</summary>
    Expired,

    /// <summary>It was taken back and bars no longer.</summary>
    Revoked,
}
