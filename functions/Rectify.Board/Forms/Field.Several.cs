using System.Text.Json.Nodes;
using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

public abstract partial record Field
{
    /// <summary>A choice of any number of options, as a list of ticks.</summary>
    public sealed record Several(string Name, Bilingual Label, IReadOnlyList<Option> Options) : Field(Name, Label)
    {
        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request)
        {
            if (input.All(Name) is { Count: > 0 } chosen)
                request[Name] = new JsonArray([.. chosen.Select(value => JsonValue.Create(value))]);
        }
    }
}
