using Rectify.Board.Words;
using Rectify.Domain.Messages;

namespace Rectify.Board.Layout;

/// <summary>The data of the frame around every page.</summary>
/// <param name="Title">The page's heading and the window's title.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="Address">Path and query of the page, for the language switch.</param>
/// <param name="Reader">Who reads the page; null on pages that anybody may see.</param>
/// <param name="Office">The office that runs this installation.</param>
/// <param name="Done">The message about what the reader has just done; null when there is none.</param>
public sealed record FrameModel(string Title, Language Language, string Address, PageReader? Reader, string Office, string? Done = null)
{
    /// <summary>The same page in the other language.</summary>
    public string OtherLanguage
    {
        get
        {
            var bare = Address.Split('#')[0];
            var other = Language == Language.English ? Language.Chinese : Language.English;
            return $"{bare}{(bare.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={LanguageTag.Of(other)}";
        }
    }
}

/// <summary>Who reads a page, and which pages are in this reader's menu.</summary>
/// <param name="Name">Name of the credential with which the reader signed in.</param>
/// <param name="Pages">The pages of the menu.</param>
/// <param name="SignOutTicket">
/// The ticket of the form that ends the session; null when there is no session, because the reader was signed in by the platform or a
/// header.
/// </param>
/// <param name="SearchAddress">Where the search of the header leads; null for a role that may see none of the results.</param>
public sealed record PageReader(string Name, IReadOnlyList<MenuPage> Pages, string? SignOutTicket, string? SearchAddress);

/// <summary>The pages of the menu.</summary>
public enum MenuPage
{
    /// <summary>The overview of what is due.</summary>
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

    /// <summary>账户.</summary>
    Accounts,

    /// <summary>运行状况.</summary>
    Health,

    /// <summary>The cases of a leader.</summary>
    OwnCases,
}
