using Rectify.Board.Words;
using Rectify.Domain.Messages;

namespace Rectify.Board.Layout;

/// <summary>What surrounds every page.</summary>
/// <param name="Title">The page's heading and the window's title.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="Address">Path and query of the page, for the language switch.</param>
/// <param name="Reader">Who reads; null on pages that anybody may see.</param>
/// <param name="Office">The office that runs this installation.</param>
/// <param name="Done">What the reader has just done; null when nothing.</param>
public sealed record FrameModel(string Title, Language Language, string Address, PageReader? Reader, string Office, string? Done = null)
{
    /// <summary>The same page in the other language.</summary>
    public string OtherLanguage
    {
        get
        {
            var bare = Address.Split('#')[0];
            return $"{bare}{(bare.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={LanguageTag.Of(Language == Language.English ? Language.Chinese : Language.English)}";
        }
    }
}

/// <summary>Who reads a page, and which pages are shown to them.</summary>
/// <param name="Name">Name of the credential.</param>
/// <param name="Pages">The pages of the menu.</param>
/// <param name="SignOutTicket">
/// What the form carries that ends the session; null when there is none to end: signed in by the platform or by a header.
/// </param>
public sealed record PageReader(string Name, IReadOnlyList<MenuPage> Pages, string? SignOutTicket);

/// <summary>A page of the menu.</summary>
public enum MenuPage
{
    /// <summary>What is due.</summary>
    Overview,

    /// <summary>台账.</summary>
    Register,

    /// <summary>Sanctions in force.</summary>
    Sanctions,

    /// <summary>征求意见.</summary>
    Eligibility,

    /// <summary>发件箱.</summary>
    Outbox,

    /// <summary>工作日历.</summary>
    Calendar,

    /// <summary>规则.</summary>
    Rulebooks,

    /// <summary>年度责任.</summary>
    YearlyCycle,

    /// <summary>台账核验.</summary>
    Audit,

    /// <summary>征求意见复函.</summary>
    Consultations,

    /// <summary>单位台账.</summary>
    Units,

    /// <summary>人员台账.</summary>
    Officials,

    /// <summary>运行状况.</summary>
    Health,
}
