using System.Text.Json.Nodes;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Forms;

public abstract partial record Field
{
    /// <summary>
    /// A field for the persons who are barred together with the unit: as they follow from the register or the case, or as chosen here.
    /// </summary>
    /// <param name="Name">The member of the request.</param>
    /// <param name="Label">The field's name for the reader.</param>
    /// <param name="Unchosen">The text of the option not to choose persons.</param>
    /// <param name="Candidates">The officials who may be chosen.</param>
    public sealed record Officials(string Name, Bilingual Label, Bilingual Unchosen, IReadOnlyList<Candidate> Candidates)
        : Field(Name, Label)
    {
        /// <summary>The value of the option to choose persons.</summary>
        public const string Chosen = "chosen";

        /// <summary>The form's name for the question whether persons are chosen.</summary>
        public string ModeName => $"{Name}.mode";

        /// <summary>The form's name for the chosen persons.</summary>
        public string PersonName => $"{Name}.person";

        /// <summary>The form's name for a person's role.</summary>
        public string RoleName(Candidate candidate) => $"{Name}.role.{candidate.OfficialId}";

        /// <summary>The role of a person in the form; without one, the role in the register.</summary>
        public string RoleOf(Candidate candidate, FormInput input) =>
            input.Text(RoleName(candidate)) is { Length: > 0 } typed ? typed : WireName.Of(candidate.Role);

        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request)
        {
            if (input.Text(ModeName) != Chosen) return;

            var chosen = input.All(PersonName);
            request[Name] = new JsonArray(
            [
                .. from candidate in Candidates
                   where chosen.Contains(candidate.OfficialId)
                   select new JsonObject { ["officialId"] = candidate.OfficialId, ["role"] = RoleOf(candidate, input) },
            ]);
        }
    }
}

/// <summary>An official who may be chosen.</summary>
public sealed record Candidate(string OfficialId, string Name, string Post, LeaderRole Role);
