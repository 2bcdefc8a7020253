// What things cost, each figure beside its limit on the same machine. One folder per sub-command.
using Rectify.Bench.AzureCost;
using Rectify.Bench.Board;
using Rectify.Bench.Engine;
using Rectify.Bench.Listings;

var commands = new Dictionary<string, Func<string[], Task<int>>>
{
    ["azure-cost"] = AzureCostCommand.RunAsync,
    ["board"] = BoardCommand.RunAsync,
    ["engine"] = EngineCommand.RunAsync,
    ["listings"] = ListingsCommand.RunAsync,
};

if (args.Length == 0 || !commands.TryGetValue(args[0], out var command))
{
    Console.Error.WriteLine($"Say one of: {string.Join(", ", commands.Keys)}.");
    return 2;
}

return await command(args[1..]);
