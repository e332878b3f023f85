using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.GraphQL.Reading;
using Platform.Api.Tests.Access;
using Platform.Api.Tests.Repository;
using Platform.Api.Tests.Transport;
using Platform.Model.Access;

namespace Platform.Api.Tests.Telemetry;

/// <summary>What operators see of the process, and what they must not.</summary>
public sealed class TelemetryTests
{
    private const string Token = "a-token-of-more-than-thirty-two-characters";

    [Fact]
    public async Task Prometheus_ReadsTimesOfFieldsAndReads()
    {
        await using var api = await PlatformApi.StartAsync(new() { ["Telemetry:MetricsToken"] = Token });
        await api.DataAsync("{ libraries { totalCount nodes { id } } }");
        await api.AnswerAsync("{ patrons { nodes { id } } }");

        var metrics = await (await ScrapeAsync(api, Token)).Content.ReadAsStringAsync();

        metrics.ShouldContain("field=\"Query.libraries\"");
        metrics.ShouldContain("type=\"Library\"");
        metrics.ShouldContain("code=\"UNAUTHENTICATED\"");
        metrics.ShouldContain("platform_graphql_documents_bytes");
        metrics.ShouldContain("platform_graphql_operation_duration");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Metrics_AreShownToNobodyElse(string? token)
    {
        await using var api = await PlatformApi.StartAsync(new() { ["Telemetry:MetricsToken"] = Token });
        using var response = await ScrapeAsync(api, token);

        response.StatusCode.ShouldBe(token is null ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("platform_");
    }

    [Fact]
    public async Task WithoutToken_ThereAreNoMetrics()
    {
        await using var api = await PlatformApi.StartAsync();

        (await ScrapeAsync(api, null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Logs_NameNobody()
    {
        var log = new KeptLog();
        await using var api = await PlatformApi.StartAsync(new() { ["Logging:LogLevel:Default"] = "Information", ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Information" }, logs: log);
        var library = await api.Database.HasAsync(A.Library());
        var patron = A.Patron(library, name: "Lò Thị Bíchngân");
        patron.CardNumber = "HS-77777";
        await api.Database.HasAsync(patron);
        var record = await api.Database.HasAsync(A.Record(library, "Truyện Kiều"));
        var item = await api.Database.HasAsync(A.Item(record));
        api.Scope = RepositoryApi.At(Role.Librarian, library) with { AccountId = 1 };
        var id = GlobalId.Of("Library", library.Id);

        var found = await api.AnswerAsync("query ($name: String!) { patrons(where: { fullName: { contains: $name } }) { nodes { cardNumber fullName } } }", new { name = "Bíchngân" });
        await api.AnswerAsync("query ($card: String!) { patrons(where: { cardNumber: { eq: $card } }) { nodes { fullName } } }", new { card = "HS-77777" });
        var lent = await api.AnswerAsync(
            "mutation ($library: ID!, $number: String!) { checkOut(input: { libraryId: $library, registrationNumber: $number, cardNumber: \"HS-77777\" }) { errors { ... on Error { code message } } } }",
            new { library = id, number = item.RegistrationNumber });
        await api.AnswerAsync("{ patrons(where: { fullName: { eq: \"Bíchngân\" } }) { nodes { nothing } } }");
        using (await api.Http.GetAsync(new Uri("/graphql?query=%7Bpatrons(where%3A%7BcardNumber%3A%7Beq%3A%22HS-77777%22%7D%7D)%7Bnodes%7Bid%7D%7D%7D", UriKind.Relative)))
        {
            log.Lines.Count.ShouldBeGreaterThan(5);
            foreach (var personal in new[] { "Bíchngân", "Bichngan", "bichngan", "Lò Thị", "HS-77777" })
                log.Lines.Where(line => line.Contains(personal, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty($"{found} {lent}");
        }
    }

    [Fact]
    public async Task SignIn_LogsNeitherNameNorPasswordNorToken()
    {
        var log = new KeptLog();
        await using var host = await AccessHost.StartAsync(
            new() { ["Logging:LogLevel:Default"] = "Information" }, services: services => services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(log));
        await host.HasPersonAsync("co-bichngan", new RoleAssignment { Role = Role.Teacher, LibraryId = (await host.Database.HasAsync(A.Library())).Id, FromOn = A.Today });
        await host.HasClientAsync(Platform.Api.Access.Clients.Service("robot", "Robot", "a-secret-of-the-robot"));
        await host.HasAccountAsync("robot", AccountKind.Service, new RoleAssignment { Role = Role.Portal, FromOn = A.Today });
        var token = (await host.TokenAsync(("grant_type", "client_credentials"), ("client_id", "robot"), ("client_secret", "a-secret-of-the-robot"))).GetProperty("access_token").GetString()!;
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var asked = await browser.GetAsync(new Uri("/graphql?query=%7Bme%7Bname%7D%7D", UriKind.Relative));
        using var wrong = await host.Browser().GetAsync(new Uri("/connect/sign-in?name=co-bichngan&password=" + AccessHost.Password, UriKind.Relative));

        foreach (var secret in new[] { "bichngan", AccessHost.Password, token, "a-secret-of-the-robot" })
            log.Lines.Where(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    private static async Task<HttpResponseMessage> ScrapeAsync(PlatformApi api, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await api.Http.SendAsync(request);
    }
}
