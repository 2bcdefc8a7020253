using System.Globalization;
using Rectify.Domain.Identity;

namespace Rectify.Functions.Board.Records;

/// <summary>The addresses of the forms for yearly duties and commendations.</summary>
internal static class RecordAddress
{
    public static string OfCycle(int year) => In($"/board/yearly-cycle?year={year}");

    public static string OfLetter(UnitId unitId, int year) => In($"/board/responsibility-letters/{unitId}/{year}");

    public static string OfReport(OfficialId officialId, int year) => In($"/board/duty-reports/{officialId}/{year}");

    public static string OfAssessment(UnitId unitId, int year) => In($"/board/assessments/{unitId}/{year}");

    public static string OfDuty(string duty, int year, Subject subject) => In($"/board/yearly-duties/{duty}/{year}/{subject}");

    public static string OfVisit(UnitId unitId, string visitId) => In($"/board/units/{unitId}/visits/{visitId}");

    public static string OfCommendation(OfficialId officialId, string commendationId) =>
        In($"/board/officials/{officialId}/commendations/{commendationId}");

    private static string In(FormattableString address) => address.ToString(CultureInfo.InvariantCulture);
}
