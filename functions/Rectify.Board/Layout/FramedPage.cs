using Rectify.Board.Words;

namespace Rectify.Board.Layout;

/// <summary>A page with its frame: the model of <see cref="Document"/>.</summary>
public sealed record FramedPage
{
    private FramedPage(FrameModel frame, Type page, object content) => (Frame, Page, Content) = (frame, page, content);

    /// <summary>The data of the frame.</summary>
    public FrameModel Frame { get; }

    /// <summary>The page's component.</summary>
    public Type Page { get; }

    /// <summary>The page's model.</summary>
    public object Content { get; }

    /// <summary>Creates the model for a page component that has a parameter <c>Model</c>.</summary>
    public static FramedPage Of<TPage>(FrameModel frame, object content) where TPage : BoardComponent => new(frame, typeof(TPage), content);
}
