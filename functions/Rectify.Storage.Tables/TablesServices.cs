using Microsoft.Extensions.DependencyInjection;
using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Calendar;
using Rectify.Office.Consultations;
using Rectify.Office.Feeds;
using Rectify.Office.Journals;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Office.Rulebooks;
using Rectify.Office.State;
using Rectify.Storage.Tables.Access;
using Rectify.Storage.Tables.Accounts;
using Rectify.Storage.Tables.Assessments;
using Rectify.Storage.Tables.Calendar;
using Rectify.Storage.Tables.Consultations;
using Rectify.Storage.Tables.Feeds;
using Rectify.Storage.Tables.Journals;
using Rectify.Storage.Tables.Ledger;
using Rectify.Storage.Tables.Outbox;
using Rectify.Storage.Tables.Register;
using Rectify.Storage.Tables.Rulebooks;
using Rectify.Storage.Tables.Service;
using Rectify.Storage.Tables.State;
using Rectify.Storage.Tables.YearlyCycle;

namespace Rectify.Storage.Tables;

/// <summary>Registers the stores in Azure Tables: ledger, register, outbox and all else that an office keeps.</summary>
public static class TablesServices
{
    extension(TablesStore)
    {
        /// <summary>Connects, creates the tables that are missing, and upgrades rows of an earlier program.</summary>
        /// <exception cref="TablesException">
        /// The setting is malformed, the service cannot be used, or a copy into these tables was not finished.
        /// </exception>
        public static TablesStore Open(TablesOptions options)
        {
            var store = TablesStore.OpenForCopy(options);
            // While cases are still missing, a question about the eligibility of their subjects would wrongly be answered "clear".
            if (store.CopyUnderWay() is { } source) throw new TablesException(UnfinishedCopy.Told(source));
            store.CompleteNumbers();
            return store;
        }
    }

    /// <summary>Adds the stores.</summary>
    public static IServiceCollection AddTablesStorage(this IServiceCollection services, TablesOptions options) => services
        .AddSingleton(_ => TablesStore.Open(options))
        .AddSingleton(new LedgerGuard(null, null))
        .AddSingleton<ILedger, TablesLedger>()
        .AddSingleton<ILedgerIndex, TablesIndex>()
        .AddSingleton<IRegisterStore, TablesRegisterStore>()
        .AddSingleton<IOutbox, TablesOutbox>()
        .AddSingleton<IConsultationStore, TablesConsultationStore>()
        .AddSingleton<ICalendarStore, TablesCalendarStore>()
        .AddSingleton<IRulebookStore, TablesRulebookStore>()
        .AddSingleton<IJournalStore, TablesJournalStore>()
        .AddSingleton<IFeedStore, TablesFeedStore>()
        .AddSingleton<IAssessmentStore, TablesAssessmentStore>()
        .AddSingleton<IYearlyRecordStore, TablesYearlyRecordStore>()
        .AddSingleton<IStorageRepair, TablesRepair>()
        .AddSingleton<IOfficerKey, TablesOfficerKey>()
        .AddSingleton<IAccessStore, TablesAccessStore>()
        .AddSingleton<IAccountStore, TablesAccountStore>()
        .AddSingleton<IStateStore, TablesStateStore>();
}
