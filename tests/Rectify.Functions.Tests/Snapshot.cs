using System.Runtime.CompilerServices;

namespace Rectify.Functions.Tests;

/// <summary>Compares text with the file <c>{name}.verified.txt</c> beside the test.</summary>
/// <remarks>To accept a new text, rename the <c>.received.txt</c> that a failing test writes.</remarks>
internal static class Snapshot
{
    public static void Matches(string name, string text, [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(testFile)!;
        var test = Path.GetFileNameWithoutExtension(testFile);
        var verified = Path.Combine(folder, $"{test}.{name}.verified.txt");
        var received = Path.Combine(folder, $"{test}.{name}.received.txt");

        var expected = File.Exists(verified) ? Normal(File.ReadAllText(verified)) : null;
        var actual = Normal(text);
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail(expected is null
            ? $"There is no {verified} yet. If the text is right, rename {received}:\n{actual}"
            : $"The text differs from {verified} in line {FirstDifference(expected, actual)}. "
                + $"If the new one is right, rename {received}:\n{actual}");
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n");

    private static int FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        return 1 + left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
    }
}
