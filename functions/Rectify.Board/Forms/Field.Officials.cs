using System.Text.Json.Nodes;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Forms;

public abstract partial record Field
{
    /// <summary>Who shares the sanction: as it follows from the register or from the case, or as chosen here.</summary>
    /// <param name="Name">The member of the request.</param>
    /// <param name="Label">What it is called.</param>
    /// <param name="Unchosen">What it means to choose nobody by hand.</param>
    /// <param name="Candidates">Who may be chosen.</param>
    public sealed record Officials(string Name, Bilingual Label, Bilingual Unchosen, IReadOnlyList<Candidate> Candidates)
        : Field(Name, Label)
    {
        /// <summary>The value that says that the choice below counts.</summary>
        public const string Chosen = "chosen";

        /// <summary>The name in the form of the question whether to choose.</summary>
        public string ModeName => $"{Name}.mode";

        /// <summary>The name in the form of those who are chosen.</summary>
        public string PersonName => $"{Name}.person";

        /// <summary>The name in the form of somebody's role.</summary>
        public string RoleName(Candidate candidate) => $"{Name}.role.{candidate.OfficialId}";

        /// <summary>The role that stands in the form for somebody.</summary>
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
