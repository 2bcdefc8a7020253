using System.Text.Json.Nodes;
using Rectify.Domain;
using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

public abstract partial record Field
{
    /// <summary>A field for the units that one document lists, each with fields of its own.</summary>
    /// <param name="Name">The member of the request, a list with an object for each unit.</param>
    /// <param name="Label">The field's name for the reader.</param>
    /// <param name="Parts">The units, in the order of the document.</param>
    public sealed record Units(string Name, Bilingual Label, IReadOnlyList<UnitPart> Parts) : Field(Name, Label)
    {
        /// <summary>The member of a unit's object that holds its id.</summary>
        public const string IdName = "unitId";

        /// <summary>The beginning of the form's names for the fields of a unit.</summary>
        public string PrefixOf(int index) => $"{Name}[{index}].";

        /// <summary>The ids of the units in a form that was sent, in their order.</summary>
        public static IReadOnlyList<string> IdsIn(FormInput input, string name) =>
            [.. Enumerable.Range(0, int.MaxValue).Select(index => input.Text($"{name}[{index}].{IdName}")).TakeWhile(id => id.Length > 0)];

        /// <inheritdoc/>
        public override Bilingual? PlaceOf(string member)
        {
            var (open, close) = (member.IndexOf('[', StringComparison.Ordinal), member.IndexOf(']', StringComparison.Ordinal));
            if (open < 0 || !Digits.TryRead(member.AsSpan()[(open + 1)..close], out int index) || index >= Parts.Count) return null;

            var (part, inner) = (Parts[index], member[(close + 1)..].TrimStart('.'));
            return part.Fields("").FirstOrDefault(field => field.IsAbout(inner))?.Label is { } label
                ? ($"{part.UnitName}，{label.Chinese}：", $"{part.UnitName}, {label.English}: ")
                : ($"{part.UnitName}：", $"{part.UnitName}: ");
        }

        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request)
        {
            JsonArray units = [];
            foreach (var (index, part) in Parts.Index())
            {
                var (unit, own) = (new JsonObject { [IdName] = part.UnitId }, input.Under(PrefixOf(index)));
                foreach (var field in part.Fields("")) field.Write(own, unit);
                units.Add(unit);
            }

            request[Name] = units;
        }
    }
}

/// <summary>A unit among several in a form.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Fields">Its own fields, with a prefix before their names in the form.</param>
public sealed record UnitPart(string UnitId, string UnitName, Func<string, IReadOnlyList<Field>> Fields);
