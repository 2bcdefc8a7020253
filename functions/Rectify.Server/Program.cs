using Rectify.Server.CommandLine;

return await ServerCommand.RunAsync(args, Console.Out, Console.Error);
