using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Rectify.Board.Drawing;

/// <summary>Words in a drawing. A component, because Razor keeps the element name <c>text</c> for itself.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Left end of the words.</summary>
    [Parameter, EditorRequired]
    public double X { get; set; }

    /// <summary>Their base line.</summary>
    [Parameter, EditorRequired]
    public double Y { get; set; }

    /// <summary>The words.</summary>
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

/// <summary>Numbers in drawings.</summary>
public static class SvgNumber
{
    /// <summary>With one decimal at most and a dot, whatever the culture.</summary>
    public static string Of(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
