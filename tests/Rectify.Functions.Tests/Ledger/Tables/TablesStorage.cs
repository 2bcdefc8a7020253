using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Storage.Tables;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Outbox;
using Rectify.Storage.Tables.Register;
using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Tests.Ledger.Tables;

/// <summary>Tables of its own on the real server, opened once for the test and once more for whoever comes later.</summary>
internal sealed class TablesStorage
{
    private readonly string prefix = Azurite.NewPrefix();

    private readonly string? service;

    /// <param name="service">Where to speak to the server, when not directly.</param>
    public TablesStorage(string? service = null)
    {
        this.service = service;
        (Ledger, Outbox, Registry) = Parts(Store = Open());
    }

    public TablesStore Store { get; }

    public ILedger Ledger { get; }

    public IOutbox Outbox { get; }

    public IRegisterStore Registry { get; }

    public ILedger OpenAgain() => Parts(Open()).Ledger;

    /// <summary>Opens as another process does; its requests pass the watchers.</summary>
    public TablesStore Open(params (HttpPipelinePolicy Policy, HttpPipelinePosition Position)[] watchers) =>
        Open(TimeSpan.FromSeconds(2), watchers);

    /// <summary>The same with another patience for openings that are not finished.</summary>
    public TablesStore Open(TimeSpan patience, params (HttpPipelinePolicy Policy, HttpPipelinePosition Position)[] watchers) =>
        TablesStore.Open(new TablesOptions(service ?? Azurite.ConnectionString, prefix)
        {
            Patience = patience,
            RetryDelay = TimeSpan.FromMilliseconds(10),
            Watchers = watchers,
        });

    public static (ILedger Ledger, IOutbox Outbox, IRegisterStore Registry) Parts(TablesStore store) =>
        (new TablesLedger(store, NullLogger<TablesLedger>.Instance), new TablesOutbox(store), new TablesRegisterStore(store));
}
