using System.Runtime.CompilerServices;
using System.Text.Json;
using Rectify.Domain;
using Rectify.Office.Consultations;

namespace Rectify.Functions.Tests.Consultations;

/// <summary>Replies as releases have stored them stay readable for ever.</summary>
public sealed class GoldenConsultationTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileName(file)).Order()];

    [Theory, MemberData(nameof(Files))]
    public void A_stored_reply_is_read_and_written_again_as_it_stands(string file)
    {
        var stored = File.ReadAllText(Path.Combine(Folder(), file)).TrimEnd();

        var consultation = JsonSerializer.Deserialize<Consultation>(stored, DomainJson.Options)!;

        Assert.Equal(stored, DomainJson.Text(consultation));
        Assert.Equal(file.StartsWith("by-name", StringComparison.Ordinal), consultation.Rows is not null);
    }

    [Fact]
    public void A_reply_about_a_list_of_names_tells_which_rows_got_no_statement()
    {
        var stored = File.ReadAllText(Path.Combine(Folder(), "by-name.v2.json"));

        var consultation = JsonSerializer.Deserialize<Consultation>(stored, DomainJson.Options)!;

        Assert.Equal([4, 5], consultation.NotIdentified.Select(row => row.Row));
        Assert.Equal(Enum.GetValues<Identification>().Order(), consultation.Rows!.Select(row => row.Identification).Distinct().Order());
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "GoldenConsultations");
}
