using Azure.Core;
using Azure.Core.Pipeline;
using Rectify.Domain.Identity;
using Rectify.Office.Delivery;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Storage.Tables.Outbox;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Tests.Ledger.Tables;

/// <summary>Somebody looks for unsent mails, and takes away the notes about them, between any two calls of a writer.</summary>
public class TablesSweepTests
{
    private const int MaxCalls = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mail_that_is_added_while_somebody_sweeps_is_found_by_the_next_sweep(bool ofAYear)
    {
        for (var call = 1; call <= MaxCalls; call++)
        {
            var storage = new TablesStorage();
            var opening = Writes.Opening("c1", 1);
            Assert.Equal(AppendOutcome.Recorded, await storage.Ledger.AppendAsync(opening, Cancellation));
            await SettleAsync(storage.Outbox, opening.Entry.CaseId);

            var file = ofAYear ? OutboxOwner.OfYear(2026) : opening.Entry.CaseId;
            var sweep = new SweepBefore(call, storage.Open());
            var writer = TablesStorage.Parts(storage.Open((sweep, HttpPipelinePosition.PerCall))).Outbox;
            sweep.Begin();
            var mail = Writes.Notice($"{file}.0001.added.1", opening.Events[0]) with { Owner = file };
            Assert.True(await writer.AddAsync(mail, Cancellation));
            if (!sweep.Came) return;

            var (_, outbox, _) = TablesStorage.Parts(storage.Open());
            Assert.Contains(file, await outbox.OwnersWithUnsentAsync(Cancellation));
        }

        Assert.Fail("The writer makes more calls than were swept between.");
    }

    private static async Task SettleAsync(IOutbox outbox, CaseId caseId)
    {
        foreach (var row in await outbox.UnsentAsync(caseId, Cancellation))
        {
            await outbox.ClaimAsync(row.Notice.Id, MessageId.Of(row.Notice.Id), row.Notice.CreatedAt, Cancellation);
            await outbox.SettleAsync(row.Notice.Id, NoticeStatus.Sent, row.Notice.CreatedAt, null, Cancellation);
        }
    }

    private sealed class SweepBefore(int call, TablesStore other) : HttpPipelinePolicy
    {
        private int left = int.MaxValue;

        public bool Came { get; private set; }

        public void Begin() => left = call;

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (--left == 0)
            {
                Came = true;
                await new TablesOutbox(other).OwnersWithUnsentAsync(Cancellation);
            }

            await ProcessNextAsync(message, pipeline);
        }
    }
}
