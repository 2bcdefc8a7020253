using System.Text;
using System.Text.RegularExpressions;

namespace Rectify.Architecture.Tests;

/// <summary>A page of the documentation, with the places to which it leads.</summary>
/// <param name="File">Path below the root of the repository.</param>
/// <param name="Text">The page without its blocks of code.</param>
internal sealed partial record MarkdownPage(string File, string Text)
{
    public static MarkdownPage Read(string file) =>
        new(file, Block.Replace(System.IO.File.ReadAllText(Path.Combine(Layers.Root, file)).ReplaceLineEndings("\n"), ""));

    /// <summary>Every place that the page links or shows, but for addresses of the web.</summary>
    public IReadOnlyList<string> Links => LinksIn(Text);

    public static IReadOnlyList<string> LinksIn(string text) =>
        [.. Link.Matches(text).Select(match => match.Groups[2].Value).Where(target => !Elsewhere.IsMatch(target))];

    /// <summary>The file or folder of a link on this page.</summary>
    public string Resolve(string link)
    {
        var path = link.Split('#')[0];
        return path.Length == 0
            ? Path.Combine(Layers.Root, File)
            : Path.GetFullPath(Path.Combine(Layers.Root, Path.GetDirectoryName(File)!, path));
    }

    /// <summary>The headings of the page, as links name them: small letters, hyphens for blanks, no punctuation.</summary>
    public IReadOnlyList<string> Anchors =>
        [.. Heading.Matches(Text).Select(match => AnchorOf(Link.Replace(match.Groups[1].Value, "$1")))];

    private static string AnchorOf(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var letter in heading.Trim().ToLowerInvariant())
        {
            if (letter == ' ') anchor.Append('-');
            else if (char.IsLetterOrDigit(letter) || letter is '-' or '_') anchor.Append(letter);
        }

        return anchor.ToString();
    }

    /// <summary>Text and target of a link or of a picture.</summary>
    [GeneratedRegex(@"\[([^\]]+)\]\(([^)\s]+)\)")]
    public static partial Regex Link { get; }

    [GeneratedRegex("^(https?|mailto):")]
    private static partial Regex Elsewhere { get; }

    [GeneratedRegex("^ *```[^\n]*\n.*?^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block { get; }

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }
}
