using Azure.Data.Tables;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Tests.Ledger.Tables;

public class TablesNumberTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_of_an_earlier_version_are_found_in_their_standard_form()
    {
        var storage = new TablesStorage();
        var index = storage.Store.Index;
        await storage.Ledger.AppendAsync(Writes.Opening("c1", 2), Cancellation);
        foreach (var text in (string[])["永平安督〔２０２６〕7号", "永平安督［2026］2号", "督办函（特）"])
        {
            // As that version wrote it: under the text itself.
            var row = new TableEntity("cases", $"t:{TableKey.Of(text)}")
            {
                ["CaseId"] = "c1",
                ["Opened"] = 1L,
                ["Token"] = "t",
                ["Sure"] = true,
                ["Text"] = text,
            };
            await index.AddEntityAsync(row, Cancellation);
        }

        await index.DeleteEntityAsync("cases", "numbers", cancellationToken: Cancellation);

        var ledger = storage.OpenAgain();

        Assert.Equal(7, await ledger.HighestNumberAsync(Writes.Series, Cancellation));
        foreach (var taken in (string[])["永平安督〔2026〕7号", "永平安督〔2026〕2号", "督办函(特)"])
        {
            var second = Writes.Opening("c2", DocumentNumber.Parse(taken));
            Assert.Equal(AppendOutcome.NumberTaken, await ledger.AppendAsync(second, Cancellation));
        }
    }
}
