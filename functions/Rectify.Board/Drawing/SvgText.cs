using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Rectify.Board.Drawing;

/// <summary>Text in an SVG drawing. A component, because in Razor the tag <c>text</c> has a meaning of its own.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>The left end of the text.</summary>
    [Parameter, EditorRequired]
    public double X { get; set; }

    /// <summary>The base line of the text.</summary>
    [Parameter, EditorRequired]
    public double Y { get; set; }

    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public required string Words { get; set; }

    /// <summary>A class of the stylesheet.</summary>
    [Parameter]
    public string? Style { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", SvgNumber.Of(X));
        builder.AddAttribute(2, "y", SvgNumber.Of(Y));
        builder.AddAttribute(3, "class", Style);
        builder.AddContent(4, Words);
        builder.CloseElement();
    }
}

/// <summary>The form of numbers in SVG drawings.</summary>
public static class SvgNumber
{
    /// <summary>The number with at most one decimal and a point, whatever the culture.</summary>
    public static string Of(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
