using Rectify.Board.Forms;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Access;
using Rectify.Office.Commands;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Actions;

/// <summary>Something that a person may do to a case on the board.</summary>
/// <param name="Route">The last part of its address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Done">What is said after it.</param>
/// <param name="Roles">Who may.</param>
/// <param name="Fields">What is asked for.</param>
/// <param name="Probes">Commands of this kind: where one would be accepted the action is offered, so that the rule exists once.</param>
/// <param name="Read">Reads what was typed.</param>
public sealed record CaseAction(
    string Route, Bilingual Name, Bilingual Done, IReadOnlyList<Role> Roles, Func<ActionContext, IReadOnlyList<Field>> Fields,
    Func<ActionContext, IEnumerable<CaseCommand>> Probes, Func<IReadOnlyList<Field>, FormInput, Outcome<ICommandBody>> Read)
{
    public bool IsOfferedIn(ActionContext scene) => Roles.Contains(scene.Caller.Role) && scene.WouldAccept(Probes(scene));

    /// <summary>Reads the fields as a body of the interface.</summary>
    public static Outcome<ICommandBody> As<TBody>(IReadOnlyList<Field> fields, FormInput input) where TBody : ICommandBody =>
        FieldBody.Read<TBody>(fields, input).Try(out var body, out var problem) ? Outcome<ICommandBody>.Of(body.Value) : problem;
}
