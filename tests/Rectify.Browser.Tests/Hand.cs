using Microsoft.Playwright;

namespace Rectify.Browser.Tests;

/// <summary>How a person works a page. Places are selectors, so that one way through the pages serves every language.</summary>
internal abstract class Hand
{
    /// <summary>Follows a link or presses a button.</summary>
    public abstract Task PressAsync(IPage page, string place);

    /// <summary>Types a text into a field.</summary>
    public abstract Task TypeAsync(IPage page, string place, string text);

    /// <summary>Chooses from a list that opens.</summary>
    public abstract Task PickAsync(IPage page, string place, string value);

    /// <summary>Chooses one of several that are shown.</summary>
    public abstract Task MarkAsync(IPage page, string name, string value);

    /// <summary>With the mouse.</summary>
    public sealed class OnMouse : Hand
    {
        public override Task PressAsync(IPage page, string place) => page.Locator(place).First.ClickAsync();

        public override async Task TypeAsync(IPage page, string place, string text)
        {
            await page.Locator(place).ClickAsync();
            await page.Locator(place).FillAsync(text);
        }

        public override Task PickAsync(IPage page, string place, string value) => page.Locator(place).SelectOptionAsync(value);

        public override Task MarkAsync(IPage page, string name, string value) =>
            page.Locator($"label:has(input[name=\"{name}\"][value=\"{value}\"])").ClickAsync();
    }

    /// <summary>With the keyboard alone: Tab, Enter, space and the arrows.</summary>
    public sealed class OnKeyboard : Hand
    {
        private const int MaxPresses = 120;

        public override async Task PressAsync(IPage page, string place)
        {
            await ReachAsync(page, place);
            await page.Keyboard.PressAsync("Enter");
        }

        public override async Task TypeAsync(IPage page, string place, string text)
        {
            await ReachAsync(page, place);
            await page.Keyboard.InsertTextAsync(text);
        }

        public override async Task PickAsync(IPage page, string place, string value)
        {
            await ReachAsync(page, place);
            await UntilAsync(page, "ArrowDown", async () => await page.Locator(place).InputValueAsync() == value,
                $"\"{value}\" in {place}");
        }

        public override async Task MarkAsync(IPage page, string name, string value)
        {
            await ReachAsync(page, $"input[name=\"{name}\"]");
            await page.Keyboard.PressAsync("Space");
            await UntilAsync(page, "ArrowDown", () => page.Locator($"input[name=\"{name}\"][value=\"{value}\"]").IsCheckedAsync(),
                $"\"{value}\" of {name}");
        }

        // Who does not see a thing yet waits for the page, and does not press on.
        private static async Task ReachAsync(IPage page, string place)
        {
            await Assertions.Expect(page.Locator(place).First).ToBeVisibleAsync();
            await UntilAsync(page, "Tab", async () => await page.Locator($":is({place}):focus").CountAsync() == 1, place);
        }

        private static async Task UntilAsync(IPage page, string key, Func<Task<bool>> isThere, string what)
        {
            for (var presses = 0; presses < MaxPresses; presses++)
            {
                if (await isThere()) return;
                await page.Keyboard.PressAsync(key);
            }

            Assert.Fail($"{what} was not reached with the key {key} on {page.Url}.");
        }
    }
}
