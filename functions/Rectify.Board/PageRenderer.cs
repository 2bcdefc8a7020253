using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rectify.Board;

/// <summary>Renders a page and its model as HTML. Every value of the model is HTML-encoded.</summary>
/// <remarks>
/// It has a service provider of its own for its HTML encoder: the default encoder would write Chinese text as numeric entities, and
/// replacing the encoder of the whole host could affect other parts of it.
/// </remarks>
public sealed class PageRenderer(ILoggerFactory loggers) : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddSingleton(loggers)
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>The HTML of a page.</summary>
    /// <typeparam name="TPage">A component with a parameter <c>Model</c>.</typeparam>
    /// <param name="model">The model of the page.</param>
    public async Task<string> RenderAsync<TPage>(object model) where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model });
            var page = await renderer.RenderComponentAsync<TPage>(parameters);
            return page.ToHtmlString();
        });
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();
}
