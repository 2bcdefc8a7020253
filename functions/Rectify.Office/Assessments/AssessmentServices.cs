using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Assessments;

/// <summary>Registers the services for yearly assessments and the vetoes that follow from two failed years.</summary>
public static class AssessmentServices
{
    public static IServiceCollection AddAssessments(this IServiceCollection services) =>
        services.AddSingleton<AssessmentHandler>();
}
