namespace Rectify.Embedded.Hosting;

/// <summary>Turns an unhandled <see cref="HostStartException"/> into one line and an exit code.</summary>
internal static class StartFailures
{
    private static int _watching;

    public static void Watch()
    {
        if (Interlocked.Exchange(ref _watching, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += (_, e) => Report(e.ExceptionObject);
        }
    }

    private static void Report(object exception)
    {
        if (exception is HostStartException failure)
        {
            Console.Error.WriteLine(failure.Message);
            Environment.Exit(failure.ExitCode);
        }
    }
}
