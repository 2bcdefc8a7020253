using Rectify.Functions.Copies;
using Rectify.Functions.Histories;
using Rectify.Functions.Rehearsal;

namespace Rectify.Functions;

/// <summary><c>--help</c>: what can be asked for on the command line.</summary>
internal static class Help
{
    public const string Text = $"""
        Without a command it runs the office: HTTP on http://127.0.0.1:7071, the board at /board.

          --data DIR        the data folder; .rectify unless told
          --urls URLS       where to listen instead, separated by ';'
          --clock INSTANT   a clock that stands still until it is moved, from an instant such as 2026-03-30T00:00:00Z
          --sample          first fills the data folder, which must be empty, with a county to look at
          --NAME VALUE      any setting, for example --Office:Email office@county.example; docs/settings.md lists them

        Commands:

          {RehearseCommand.Usage}
          {RecordHistoryCommand.Usage}
          {CopyLedgerCommand.Usage}
        """;

    public static bool IsAskedIn(string[] args) => args is ["--help" or "-h" or "help"];
}
