namespace Rectify.Worker.Tests.Journeys;

/// <summary>The running app, whatever hosts it, at an instant that a test moves.</summary>
internal interface IOffice : IAsyncDisposable
{
    /// <summary>Speaks as an officer.</summary>
    HttpClient Http { get; }

    /// <summary>The app's data folder.</summary>
    string Folder { get; }

    /// <summary>Runs the clock to an instant; what is due on the way happens at its own instant.</summary>
    Task AdvanceAsync(DateTimeOffset to);

    /// <summary>Completes when nothing is left to do at the present instant.</summary>
    Task SettleAsync();
}
