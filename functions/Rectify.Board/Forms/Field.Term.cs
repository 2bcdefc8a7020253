using System.Text.Json.Nodes;
using Rectify.Domain;
using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

public abstract partial record Field
{
    /// <summary>A field for a period: exactly one of months, days, working days and a last day (D7).</summary>
    public sealed record Term(string Name, Bilingual Label) : Field(Name, Label)
    {
        /// <summary>The member of the request for the last day; null when the last day is part of the period.</summary>
        public string? DueMember { get; init; }

        /// <summary>The numbers that may be given, each with its form name and label.</summary>
        public IReadOnlyList<(string Name, Bilingual Label)> Counts =>
        [
            ($"{Name}.months", ("月数", "Months")), ($"{Name}.days", ("日数（自然日）", "Days")),
            ($"{Name}.workingDays", ("工作日数", "Working days")),
        ];

        /// <summary>The form's name for the last day.</summary>
        public string DueName => $"{Name}.dueOn";

        /// <inheritdoc/>
        public override IReadOnlyList<string> Members => DueMember is { } due ? [Name, due] : [Name];

        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request)
        {
            var period = new JsonObject();
            foreach (var (name, _) in Counts)
            {
                if (input.Text(name).Trim() is { Length: > 0 } text)
                    period[name[(Name.Length + 1)..]] =
                        Digits.TryRead(text, out int count) ? count : text;
            }

            if (input.Text(DueName).Trim() is { Length: > 0 } due) (DueMember is null ? period : request)[DueMember ?? "dueOn"] = due;
            if (period.Count > 0) request[Name] = period;
        }
    }
}
