


/// <summary>Runs in a program under test before its own code, by <c>DOTNET_STARTUP_HOOKS</c>: ends it when the tests are gone.</summary>
/// <remarks>
/// The tests' process holds the other end of the program's standard input, which the system closes however that process
/// ends. The runtime wants this name, and no namespace.
/// </remarks>
internal static class StartupHook
{
    public static void Initialize() => new Thread(EndWithTheTests) { IsBackground = true, Name = "End with the tests" }.Start();

    private static void EndWithTheTests()
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0)
        {
        }

        Environment.Exit(3);
    }
}
