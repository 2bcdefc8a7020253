using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rectify.Domain.Calendar;

/// <summary>The format of year files. Strict: a typing error in a holiday moves deadlines, so nothing is guessed or skipped.</summary>
internal sealed class CalendarYearFile(string fileName)
{
    private const string YearMember = "year";
    private const string SourceMember = "source";
    private const string DaysOffMember = "daysOff";
    private const string MakeUpMember = "makeUpWorkingDays";
    private static readonly string[] MemberNames = [YearMember, SourceMember, DaysOffMember, MakeUpMember];

    public CalendarYear Read(string json)
    {
        using var document = Open(json);
        var members = Members(document.RootElement);
        var year = Year(members[YearMember]);
        var source = Source(members[SourceMember]);
        var daysOff = Days(DaysOffMember, members[DaysOffMember], day => CalendarYear.DayOffRefusal(year, day));
        if (daysOff.Count == 0)
            throw Refused(DaysOffMember, "[]", "a notice has days off.");

        var makeUp = Days(MakeUpMember, members[MakeUpMember], day => CalendarYear.MakeUpRefusal(year, daysOff, day));
        return new CalendarYear(year, source, daysOff, makeUp);
    }

    public static string Write(CalendarYear year)
    {
        using var buffer = new MemoryStream();
        // The relaxed encoder keeps the Chinese name of the notice readable. That is safe because the file is never embedded in a web page.
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            writer.WriteNumber(YearMember, year.Year);
            writer.WriteString(SourceMember, year.Source);
            WriteDays(writer, DaysOffMember, year.DaysOff);
            WriteDays(writer, MakeUpMember, year.MakeUpWorkingDays);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private JsonDocument Open(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new CalendarFileException(fileName, "$", $"line {e.LineNumber + 1}", $"not JSON: {e.Message}", e);
        }
    }

    private Dictionary<string, JsonElement> Members(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw Refused("$", root.GetRawText(), "a calendar year is an object.");

        var members = new Dictionary<string, JsonElement>();
        foreach (var member in root.EnumerateObject())
        {
            if (!MemberNames.Contains(member.Name))
                throw Refused(member.Name, member.Value.GetRawText(), $"unknown; the members are {string.Join(", ", MemberNames)}.");
            if (!members.TryAdd(member.Name, member.Value))
                throw Refused(member.Name, member.Value.GetRawText(), "given twice.");
        }

        foreach (var name in MemberNames)
            if (!members.ContainsKey(name))
                throw Refused(name, "missing", "a calendar year has this member.");

        return members;
    }

    private int Year(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var year) && year is >= 1949 and <= WorkingCalendar.LastYear
            ? year
            : throw Refused(YearMember, value.GetRawText(), $"a year is a whole number, 1949 to {WorkingCalendar.LastYear}.");

    private string Source(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } source && !string.IsNullOrWhiteSpace(source)
            ? source
            : throw Refused(SourceMember, value.GetRawText(), "a loaded year names its notice. (D9)");

    private SortedSet<DateOnly> Days(string member, JsonElement value, Func<DateOnly, string?> refusal)
    {
        if (value.ValueKind != JsonValueKind.Array)
            throw Refused(member, value.GetRawText(), "a list of days is expected.");

        var days = new SortedSet<DateOnly>();
        foreach (var (index, element) in value.EnumerateArray().Index())
        {
            var place = $"{member}[{index}]";
            if (element.ValueKind != JsonValueKind.String
                || !IsoDay.TryParse(element.GetString(), out var day))
                throw Refused(place, element.GetRawText(), "a day is written \"yyyy-MM-dd\".");
            if (refusal(day) is { } reason)
                throw Refused(place, element.GetRawText(), reason);
            if (!days.Add(day))
                throw Refused(place, element.GetRawText(), "given twice.");
        }

        return days;
    }

    private CalendarFileException Refused(string member, string value, string reason) => new(fileName, member, value, reason);

    private static void WriteDays(Utf8JsonWriter writer, string member, IReadOnlySet<DateOnly> days)
    {
        writer.WriteStartArray(member);
        foreach (var day in days.Order())
            writer.WriteStringValue(IsoDay.Of(day));
        writer.WriteEndArray();
    }
}
