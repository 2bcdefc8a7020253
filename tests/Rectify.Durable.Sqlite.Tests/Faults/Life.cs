using System.Globalization;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>One run of the program under load, until its moment or its end.</summary>
internal static class Life
{
    /// <returns>True when it was killed, false when it had done its work before.</returns>
    public static async Task<bool> LiveAsync(string folder, int upTo, Moment moment, CancellationToken token)
    {
        var stopAt = moment is Moment.InCommit commit ? commit.Number : 0;
        using var child = new Child("load", folder, Number(upTo), Number(stopAt));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(token);
        var clock = Task.CompletedTask;
        var said = 0;
        var done = false;
        while (await child.ReadAsync(token) is { } line)
        {
            done |= line == "done";
            if (line == "opening" && moment is Moment.AfterOpening after)
            {
                clock = KillAfterAsync(child, after.Time, ended.Token);
            }

            if ((moment is Moment.AtWord at && line == at.Word && ++said == at.Count) || line == "commit")
            {
                child.Kill();
            }
        }

        await ended.CancelAsync();
        await clock;
        var code = await child.EndAsync(token);
        Assert.True(code is 0 or 137, $"The program ended with {code}. {child.Errors}");
        Assert.True(done || code == 137, "The program ended well and said nothing.");
        return code == 137;
    }

    private static async Task KillAfterAsync(Child child, TimeSpan time, CancellationToken ended)
    {
        try
        {
            await Task.Delay(time, TimeProvider.System, ended);
            child.Kill();
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
