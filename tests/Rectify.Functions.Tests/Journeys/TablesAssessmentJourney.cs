using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>The same with ledger, register and assessments in Azure Tables.</summary>
public class TablesAssessmentJourney : AssessmentJourney
{
    protected override string[] Storage { get; } = Azurite.Settings();
}
