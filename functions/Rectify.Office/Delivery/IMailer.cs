using Rectify.Office.Outbox;

namespace Rectify.Office.Delivery;

/// <summary>Hands mails to the mail system.</summary>
public interface IMailer
{
    /// <summary>Whether a mail whose sending was cut off may simply be sent again.</summary>
    RepeatPolicy Repeat { get; }

    /// <summary>Hands one mail over, and says what became of it.</summary>
    Task<Handover> SendAsync(Notice notice, CancellationToken cancellation);

    /// <summary>Finds out, without sending anything, what became of a mail whose sender was lost.</summary>
    Task<Handover> AskAsync(Notice notice, CancellationToken cancellation);

    /// <summary>Finds out, without sending anything, whether mails could be handed over now.</summary>
    /// <exception cref="IOException">Mails could not be handed over.</exception>
    Task CheckAsync(CancellationToken cancellation);
}

/// <summary>What to do with a mail whose sender was lost between claim and report.</summary>
public enum RepeatPolicy
{
    /// <summary>Sending it again has no second effect.</summary>
    Repeatable,

    /// <summary>Its outcome is unknown; a person decides.</summary>
    NeverBlindly,
}
