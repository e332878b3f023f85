using System.Net;

namespace Platform.Api.Tests.Transport;

/// <summary>Which pages of other sites may call.</summary>
public sealed class CorsTests
{
    [Theory]
    [InlineData("https://portal.test", "https://portal.test")]
    [InlineData("https://evil.test", null)]
    public async Task Preflight_AllowsListedOriginsOnly(string origin, string? allowed)
    {
        await using var api = await PlatformApi.StartAsync(new() { ["Graph:AllowedOrigins:0"] = "https://portal.test" });

        foreach (var path in new[] { "/graphql", "/connect/token", "/files/uploads" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, path);
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
            using var response = await api.Http.SendAsync(request);

            response.Headers.TryGetValues("Access-Control-Allow-Origin", out var given);
            given?.Single().ShouldBe(allowed);
            (given is null).ShouldBe(allowed is null);
            response.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task WithoutListedOrigins_NoneIsAllowed()
    {
        await using var api = await PlatformApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        request.Headers.Add("Origin", "https://portal.test");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        using var response = await api.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }
}
