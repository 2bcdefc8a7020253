using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

/// <summary>A form, empty or with what was typed and what is wrong with it.</summary>
/// <param name="Address">Where it is sent.</param>
/// <param name="Ticket">Proof that it was given out in this session.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Input">What stands in them.</param>
/// <param name="Submit">What its button says.</param>
/// <param name="Back">Where its other link leads.</param>
public sealed record FormModel(string Address, string Ticket, IReadOnlyList<Field> Fields, FormInput Input, Bilingual Submit, string Back)
{
    /// <summary>The name in the form of the ticket.</summary>
    public const string TicketName = "_ticket";

    /// <summary>The name in the form of the button that was pressed.</summary>
    public const string StepName = "_step";

    /// <summary>Show what would follow.</summary>
    public const string Preview = "preview";

    /// <summary>Do it.</summary>
    public const string Confirm = "confirm";

    /// <summary>Back to the form, or more rows in it.</summary>
    public const string Edit = "edit";

    /// <summary>What is wrong; empty on a form that was not sent yet.</summary>
    public IReadOnlyList<FormError> Errors { get; init; } = [];

    /// <summary>What the reader should know before filling it in.</summary>
    public IReadOnlyList<(Bilingual Label, string Text)> Facts { get; init; } = [];

    /// <summary>The errors that belong beside a field.</summary>
    public IEnumerable<FormError> ErrorsOf(Field field) => Errors.Where(error => error.Field == field);
}

/// <summary>Something wrong with a form, in the reader's language.</summary>
/// <param name="Field">The field it is about; null when it is about the whole.</param>
/// <param name="Text">What is wrong.</param>
public sealed record FormError(Field? Field, string Text);
