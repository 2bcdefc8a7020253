using Microsoft.Extensions.Hosting;
using Rectify.Functions;
#if EMBEDDED
using Rectify.Functions.Copies;
using Rectify.Functions.Histories;
using Rectify.Functions.Rehearsal;
using Rectify.Functions.Sample;

if (Help.IsAskedIn(args))
{
    Console.WriteLine(Help.Text);
    return 0;
}

if (args is ["rehearse", .. var options]) return await RehearseCommand.RunAsync(options, Console.Out, Console.Error);
if (args is ["record-history", .. var asked]) return RecordHistoryCommand.Run(asked, Console.Out, Console.Error);
if (args is ["copy-ledger", .. var copy]) return await CopyLedgerCommand.RunAsync(copy, Console.Out, Console.Error, CancellationToken.None);
if (SampleCommand.IsAskedIn(args))
{
    if (await SampleCommand.RunAsync(args, Console.Out) is { } refusal)
    {
        Console.Error.WriteLine(refusal);
        return 1;
    }

    args = SampleCommand.Without(args);
}
#endif

await RectifyApp.CreateBuilder(args).Build().RunAsync();
return 0;
