namespace Platform.Api.Tests.Portal;

/// <summary>People in a real browser: a new portal builder's hour (the example of <c>api/README.md</c>, registered as it says), and an education officer on a telephone.</summary>
[Collection(DemoCollection.Name)]
public sealed class PortalTests(DemoApi demo)
{
    [Fact]
    public async Task Person_SearchesSignsInAndSeesWhatCanBeBorrowed_AsItChanges()
    {
        var browser = await BrowserAsync();
        Assert.SkipWhen(browser is null, "Chromium is not installed.");
        await RegisterAsync();

        var output = await NodeTools.RunAsync("portal.mjs", demo.Portal, demo.Address, browser ?? "");

        output.ShouldContain("8 of 8 scenarios ok");
    }

    [Fact]
    public async Task Officer_ReadsReportsOnATelephone_OpensAFigureToItsRows_AndVerifiesACode()
    {
        var browser = await BrowserAsync();
        Assert.SkipWhen(browser is null, "Chromium is not installed.");

        var output = await NodeTools.RunAsync("office.mjs", demo.Address, browser ?? "");

        output.ShouldContain("4 of 4 scenarios ok");
    }

    private async Task RegisterAsync()
    {
        var registered = await demo.AskAsync(
            "mutation ($input: RegisterPortalInput!) { registerPortal(input: $input) { clientId errors { ... on Error { message } } } }",
            new { input = new { clientId = DemoApi.PortalClient, title = "Cổng thư viện xã", redirectUris = new[] { demo.Portal + "/" } } },
            "demo-admin");
        registered.GetProperty("registerPortal").GetProperty("clientId").GetString().ShouldBe(DemoApi.PortalClient, registered.ToString());
    }

    private static async Task<string?> BrowserAsync()
    {
        foreach (var name in new[] { "chromium", "chromium-browser", "google-chrome" })
            if (await DemoApi.RunAsync("which", [name]) is { Exit: 0 } found)
                return found.Output.Trim();
        return null;
    }
}
