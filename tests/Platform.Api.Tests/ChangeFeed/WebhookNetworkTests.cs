using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Platform.Api.ChangeFeed.Webhooks;

namespace Platform.Api.Tests.ChangeFeed;

/// <summary>Where the connections of webhooks go, over real sockets, with name servers that lie.</summary>
public sealed class WebhookNetworkTests
{
    [Fact]
    public async Task NameThatLeadsInside_IsNotReached()
    {
        await using var inside = await Receiver.StartAsync();

        var fault = await Should.ThrowAsync<HttpRequestException>(PostAsync(inside, [], _ => ["127.0.0.1"]));

        fault.InnerException.ShouldBeOfType<ForbiddenAddressException>();
        inside.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("93.184.216.34 127.0.0.1")]
    [InlineData("127.0.0.1 93.184.216.34")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("")]
    public async Task OneInsideAddressAmongOthers_IsEnoughToRefuse(string addresses)
    {
        await using var inside = await Receiver.StartAsync();

        await Should.ThrowAsync<HttpRequestException>(PostAsync(inside, [], _ => addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        inside.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task NameThatIsLookedUpAgain_IsJudgedAgain_AndOnlyJudgedAddressesAreConnectedTo()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, http) =>
        {
            http.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        };
        var lookups = 0;
        using var client = Client(["127.0.0.0/30"], _ => ++lookups == 1 ? ["127.0.0.1"] : ["127.0.0.9"]);

        (await client.PostAsync(AtName(receiver), null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<HttpRequestException>(client.PostAsync(AtName(receiver), null));

        (lookups, receiver.Messages.Count).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using var inside = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, http) =>
        {
            http.Response.Redirect(inside.Address, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };

        var answer = await PostAsync(receiver, ["127.0.0.0/8"], _ => ["127.0.0.1"]);

        answer.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        inside.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task OperatorsOwnNetwork_IsReached()
    {
        await using var receiver = await Receiver.StartAsync();

        (await PostAsync(receiver, ["127.0.0.0/8"], _ => ["127.0.0.1"])).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task PublicAddress_IsNotReachedUnencrypted()
    {
        using var client = Client(["10.0.0.0/8"], _ => ["93.184.216.34"]);

        var fault = await Should.ThrowAsync<HttpRequestException>(client.PostAsync("http://portal.test/", null));

        fault.InnerException.ShouldBeOfType<ForbiddenAddressException>();
    }

    [Theory]
    [InlineData("https://portal.test/hook?x=1", true)]
    [InlineData("https://93.184.216.34/hook", true)]
    [InlineData("https://[2606:2800:220:1:248:1893:25c8:1946]/", true)]
    [InlineData("http://portal.test/hook", false)]
    [InlineData("https://user:secret@portal.test/", false)]
    [InlineData("https://portal.test/#x", false)]
    [InlineData("ftp://portal.test/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://2130706433/", false)] // 127.0.0.1 in decimal
    [InlineData("https://0x7f.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:127.0.0.1]/", false)]
    [InlineData("https://169.254.169.254/latest/meta-data/", false)]
    [InlineData("/hook", false)]
    [InlineData("", false)]
    public void Address_CanBeRegisteredOrNot(string address, bool can) => Network([], _ => []).IsAcceptable(address).ShouldBe(can);

    // The expected value was computed with openssl dgst -sha256 -mac hmac.
    [Fact]
    public void Signature_IsThatOfStandardWebhooks() => WebhookSignature
        .Of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LtM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), Encoding.UTF8.GetBytes("{\"test\": 2432232314}"))
        .ShouldBe("v1,qAqlgV2+Rk0tnz759O2qZ6w7C2xFbUbviY3ZMj8HYLw=");

    private static WebhookNetwork Network(string[] allowed, Func<string, string[]> names) => new(
        Options.Create(new WebhookOptions { AllowedNetworks = [.. allowed] }),
        (host, _) => Task.FromResult(names(host).Select(IPAddress.Parse).ToArray()));

    private static HttpClient Client(string[] allowed, Func<string, string[]> names) => new(Network(allowed, names).Handler());

    private static async Task<HttpResponseMessage> PostAsync(Receiver receiver, string[] allowed, Func<string, string[]> names)
    {
        using var client = Client(allowed, names);
        return await client.PostAsync(AtName(receiver), null);
    }

    private static Uri AtName(Receiver receiver) => new(receiver.Address.Replace("127.0.0.1", "portal.test", StringComparison.Ordinal));
}
