using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Board;

/// <summary>People at the board: an officer, two units, a reader.</summary>
internal static class Boards
{
    public static readonly string[] Keys =
    [
        "--Access:Keys:0:Name", "瓯北街道", "--Access:Keys:0:Role", "unit",
        "--Access:Keys:0:Key", "unit-key-of-the-tests", "--Access:Keys:0:UnitId", "yj-oubei",
        "--Access:Keys:1:Name", "邻街道", "--Access:Keys:1:Role", "unit",
        "--Access:Keys:1:Key", "other-key-of-the-tests", "--Access:Keys:1:UnitId", "yj-other",
        "--Access:Keys:2:Name", "领导", "--Access:Keys:2:Role", "reader", "--Access:Keys:2:Key", "reader-key-of-the-tests",
        "--Office:Name", "永嘉县平安办",
    ];

    extension(App app)
    {
        public Task<Browser> OfficerAsync() => app.SignedInAsync(app.Http.DefaultRequestHeaders.GetValues("x-functions-key").Single());

        public async Task<Browser> SignedInAsync(string key)
        {
            var browser = new Browser(app);
            await browser.SignInAsync(key, "/board");
            return browser;
        }
    }

    extension(Browser browser)
    {
        /// <summary>Opens a form, fills it in and asks for the preview.</summary>
        public async Task<Browser.Answer> PreviewAsync(string address, params (string Name, string Value)[] typed)
        {
            var form = PageForm.Of(await browser.GetAsync(address));
            return await browser.PressAsync(typed.Aggregate(form, (filled, one) => filled.With(one.Name, one.Value)), "preview");
        }

        /// <summary>The same, and confirms.</summary>
        public async Task<Browser.Answer> DoAsync(string address, params (string Name, string Value)[] typed) =>
            await browser.PressAsync(PageForm.Of(await browser.PreviewAsync(address, typed)), "confirm");
    }
}
