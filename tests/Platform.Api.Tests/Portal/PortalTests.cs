namespace Platform.Api.Tests.Portal;

/// <summary>A new portal builder's hour: the example of <c>api/README.md</c>, registered as it says, used by a person in a real browser.</summary>
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
