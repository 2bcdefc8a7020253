using Rectify.Board.Forms;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Access;
using Rectify.Office.Commands;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Actions;

/// <summary>An action that a person can take on a case on the board.</summary>
/// <param name="Route">The last part of the action's address.</param>
/// <param name="Name">The name of the action.</param>
/// <param name="Done">The message after the action.</param>
/// <param name="Roles">The roles that may take the action.</param>
/// <param name="Fields">Gives the fields of the form.</param>
/// <param name="Probes">
/// Gives sample commands. The action is offered when one of them would be accepted, so that the rules need not be repeated here.
/// </param>
/// <param name="Read">Reads the filled-in form.</param>
public sealed record CaseAction(
    string Route, Bilingual Name, Bilingual Done, IReadOnlyList<Role> Roles, Func<ActionContext, IReadOnlyList<Field>> Fields,
    Func<ActionContext, IEnumerable<CaseCommand>> Probes, Func<IReadOnlyList<Field>, FormInput, Outcome<ICommandBody>> Read)
{
    public bool IsOfferedIn(ActionContext scene) => Roles.Contains(scene.Caller.Role) && scene.WouldAccept(Probes(scene));

    /// <summary>Reads the fields as a request body of the HTTP interface.</summary>
    public static Outcome<ICommandBody> As<TBody>(IReadOnlyList<Field> fields, FormInput input) where TBody : ICommandBody =>
        FieldBody.Read<TBody>(fields, input).Try(out var body, out var problem) ? Outcome<ICommandBody>.Of(body.Value) : problem;
}
