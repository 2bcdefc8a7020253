using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

/// <summary>A form, empty or filled in, with its errors.</summary>
/// <param name="Address">The address to which the form is sent.</param>
/// <param name="Ticket">A token that proves that the form was given out in this session (against cross-site requests).</param>
/// <param name="Fields">The fields of the form.</param>
/// <param name="Input">The values of the fields.</param>
/// <param name="Submit">The text of the button.</param>
/// <param name="Back">The address of the cancel link.</param>
public sealed record FormModel(string Address, string Ticket, IReadOnlyList<Field> Fields, FormInput Input, Bilingual Submit, string Back)
{
    /// <summary>The form's name for the ticket.</summary>
    public const string TicketName = "_ticket";

    /// <summary>The form's name for the button that was pressed.</summary>
    public const string StepName = "_step";

    /// <summary>Value of the button that shows the preview.</summary>
    public const string Preview = "preview";

    /// <summary>Value of the button that confirms the preview.</summary>
    public const string Confirm = "confirm";

    /// <summary>Value of the button that goes back to the form, or adds rows to it.</summary>
    public const string Edit = "edit";

    /// <summary>The errors; empty for a form that was not sent yet.</summary>
    public IReadOnlyList<FormError> Errors { get; init; } = [];

    /// <summary>Facts shown above the form.</summary>
    public IReadOnlyList<(Bilingual Label, string Text)> Facts { get; init; } = [];

    /// <summary>The errors of a field.</summary>
    public IEnumerable<FormError> ErrorsOf(Field field) => Errors.Where(error => error.Field == field);
}

/// <summary>An error in a form, in the reader's language.</summary>
/// <param name="Field">The field with the error; null when the error is about the whole form.</param>
/// <param name="Text">What is wrong.</param>
public sealed record FormError(Field? Field, string Text);
