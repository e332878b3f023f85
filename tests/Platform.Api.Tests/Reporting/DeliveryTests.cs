using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting.Delivery;
using Platform.Reporting.Delivery;

namespace Platform.Api.Tests.Reporting;

/// <summary>Delivering a closed report over GraphQL, entering the receiver's answer, sending again.</summary>
public sealed class DeliveryTests : IDisposable
{
    private const string Deliver = """
        mutation ($input: DeliverReportInput!) {
          deliverReport(input: $input) { reportRun { period } keys errors { ... on Error { code message } } }
        }
        """;

    private const string Confirm = """
        mutation ($input: ConfirmDeliveryInput!) {
          confirmDelivery(input: $input) { delivery { state receipt message confirmedBy } errors { ... on Error { code } ... on DeliveryNotChanged { reason } } }
        }
        """;

    private const string Retry = """
        mutation ($input: RetryDeliveryInput!) {
          retryDelivery(input: $input) { delivery { state attempts } errors { ... on Error { code } ... on DeliveryNotChanged { reason } } }
        }
        """;

    private const string MetricsToken = "a-token-of-more-than-thirty-two-characters";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 10, 5, 0, 0, 0, TimeSpan.Zero));
    private readonly string _root = Directory.CreateTempSubdirectory("platform-api-delivery-").FullName;

    [Fact]
    public async Task ClosedReport_IsEnteredOnce_HandedOver_AndConfirmed()
    {
        await using var api = await OpenAsync();
        var reportRunId = await CloseAsync(api, withRecipient: true);

        var first = await api.DataAsync(Deliver, new { input = new { reportRunId } });
        var again = await api.DataAsync(Deliver, new { input = new { reportRunId } });
        await api.Services.GetRequiredService<DeliveryDispatcher>().RunAsync(TestContext.Current.CancellationToken);
        var deliveryId = await IdAsync(api);
        var confirmed = await api.DataAsync(Confirm, new { input = new { deliveryId, receipt = "CV 12/SGDĐT-VP" } });
        var repeated = await api.DataAsync(Confirm, new { input = new { deliveryId, refusal = "sai" } });

        again.ToString().ShouldBe(first.ToString());
        first.ToString().ShouldBe("""{"deliverReport":{"reportRun":{"period":"2026-09"},"keys":["R-01:v1:HUB:2026-09:H38:Folder:1"],"errors":[]}}""");
        (await api.DataAsync("{ deliveries { nodes { recipient channel edition attempts library { code } } } }")).ToString().ShouldBe(
            """{"deliveries":{"nodes":[{"recipient":"Sở GD&ĐT","channel":"FOLDER","edition":1,"attempts":1,"library":{"code":"HUB"}}]}}""");
        Directory.GetFiles(_root, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order().ShouldBe(["R-01_HUB_2026-09.pdf", "R-01_HUB_2026-09.xlsx"]);
        confirmed.ToString().ShouldBe("""{"confirmDelivery":{"delivery":{"state":"ACCEPTED","receipt":"CV 12/SGDĐT-VP","message":null,"confirmedBy":"system"},"errors":[]}}""");
        repeated.ToString().ShouldBe("""{"confirmDelivery":{"delivery":null,"errors":[{"code":"DELIVERY_NOT_CHANGED","reason":"NOT_AWAITING_ANSWER"}]}}""");
    }

    [Fact]
    public async Task RefusedByThePortal_IsSentAgain()
    {
        await using var api = await OpenAsync();
        var reportRunId = await CloseAsync(api, withRecipient: true);
        await api.DataAsync(Deliver, new { input = new { reportRunId } });
        var deliveryId = await IdAsync(api);
        (await api.DataAsync(Retry, new { input = new { deliveryId } })).ToString().ShouldContain("NOT_STOPPED");
        await api.Services.GetRequiredService<DeliveryDispatcher>().RunAsync(TestContext.Current.CancellationToken);
        (await api.DataAsync(Confirm, new { input = new { deliveryId } })).ToString().ShouldContain("INVALID_INPUT");
        await api.DataAsync(Confirm, new { input = new { deliveryId, refusal = "Kỳ đã khóa" } });
        var sent = Sent();

        var retried = await api.DataAsync(Retry, new { input = new { deliveryId } });

        retried.ToString().ShouldBe("""{"retryDelivery":{"delivery":{"state":"WAITING","attempts":0},"errors":[]}}""");
        (await api.DataAsync("{ deliveries(where: { state: { eq: WAITING } }) { totalCount nodes { message title } } }")).ToString()
            .ShouldContain("\"totalCount\":1,\"nodes\":[{\"message\":\"Kỳ đã khóa\"");
        Directory.Delete(Path.Combine(_root, "so"), recursive: true);
        await LateBookAsync(api);
        await api.Services.GetRequiredService<DeliveryDispatcher>().RunAsync(TestContext.Current.CancellationToken);
        sent.Count.ShouldBe(2);
        Sent().ShouldBe(sent, "the same bytes, whatever changed since");
    }

    [Fact]
    public async Task DeadDelivery_IsAnAlarmInGraphQLAndInMetrics()
    {
        await using var api = await OpenAsync();
        await CloseAsync(api, withRecipient: true);
        await using var db = api.Database.Open();
        await db.DeliveryRecipients.ExecuteUpdateAsync(set => set.SetProperty(r => r.Channel, ChannelKind.Mail), TestContext.Current.CancellationToken);
        var reportRunId = (await api.DataAsync("{ reportRuns { nodes { id } } }")).GetProperty("reportRuns").GetProperty("nodes")[0].GetProperty("id").GetString();
        await api.DataAsync(Deliver, new { input = new { reportRunId } });

        await api.Services.GetRequiredService<DeliveryDispatcher>().RunAsync(TestContext.Current.CancellationToken);

        (await api.DataAsync("{ deliveries(where: { state: { eq: DEAD } }) { totalCount nodes { message } } }")).ToString().ShouldBe(
            """{"deliveries":{"totalCount":1,"nodes":[{"message":"The channel Mail is not set up: see the settings Delivery:Mail."}]}}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Authorization = new("Bearer", MetricsToken);
        var metrics = await (await api.Http.SendAsync(request)).Content.ReadAsStringAsync();
        metrics.ShouldContain("platform_delivery_dead");
        metrics.ShouldContain("state=\"Dead\"");
    }

    [Fact]
    public async Task WithoutARecipient_NothingIsEntered()
    {
        await using var api = await OpenAsync();
        var reportRunId = await CloseAsync(api, withRecipient: false);

        var data = await api.DataAsync(Deliver, new { input = new { reportRunId } });

        data.GetProperty("deliverReport").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NO_RECIPIENT");
    }

    [Fact]
    public async Task DeliveriesOfOtherLibraries_AreNeitherSeenNorChanged()
    {
        await using var api = await OpenAsync();
        var reportRunId = await CloseAsync(api, withRecipient: true);
        await api.DataAsync(Deliver, new { input = new { reportRunId } });
        var deliveryId = await IdAsync(api);
        api.Scope = new Scope { Actor = "account:9", LibraryIds = [99], Permissions = new HashSet<Permission> { Permission.ReadReports, Permission.SubmitReports } };

        (await api.DataAsync("{ deliveries { totalCount } }")).ToString().ShouldBe("""{"deliveries":{"totalCount":0}}""");
        (await api.DataAsync(Retry, new { input = new { deliveryId } })).ToString().ShouldContain("NOT_FOUND");
        (await api.DataAsync(Deliver, new { input = new { reportRunId } })).ToString().ShouldContain("NOT_FOUND");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public async Task List_TakesAsManyStatementsForManyAsForOne(int deliveries)
    {
        await using var api = await OpenAsync();
        var library = await api.Database.HasAsync(A.Library());
        var office = await api.Database.HasAsync(new Organisation { Code = "H38", Name = "Sở GD&ĐT", Kind = OrganisationKind.Department });
        for (var i = 0; i < deliveries; i++)
            await api.Database.HasAsync(Line(library.Id, office.Id, i));
        api.Database.Sql.Clear();

        await api.DataAsync("{ deliveries(first: 50) { nodes { key recipient library { name } } } }");

        api.Database.Sql.Count.ShouldBe(2);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<PlatformApi> OpenAsync()
    {
        var api = await PlatformApi.StartAsync(new() { ["Delivery:Folder:Root"] = _root, ["Telemetry:MetricsToken"] = MetricsToken }, clock: _clock);
        api.Scope = Scope.System;
        return api;
    }

    private List<string> Sent() =>
        [.. Directory.GetFiles(_root, "*", SearchOption.AllDirectories).Order().Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}")];

    private static async Task LateBookAsync(PlatformApi api)
    {
        var library = await api.Database.Open().Libraries.SingleAsync();
        var item = A.Item(await api.Database.HasAsync(A.Record(library)), registrationNumber: "TK.09999");
        item.AcquiredOn = new DateOnly(2026, 9, 15);
        await api.Database.HasAsync(item);
    }

    private static async Task<string> CloseAsync(PlatformApi api, bool withRecipient)
    {
        var library = await api.Database.HasAsync(A.Library(code: "HUB"));
        var office = await api.Database.HasAsync(new Organisation { Code = "H38", Name = "Sở GD&ĐT", Kind = OrganisationKind.Department });
        await api.Database.HasAsync(new LibraryParent { LibraryId = library.Id, OrganisationId = office.Id, FromOn = new DateOnly(2025, 7, 1) });
        if (withRecipient)
            await api.Database.HasAsync(new DeliveryRecipient { OrganisationId = office.Id, Channel = ChannelKind.Folder, Address = "so", NeedsConfirmation = true, FromOn = new DateOnly(2025, 7, 1) });
        var libraryId = (await api.DataAsync("{ library(code: \"HUB\") { id } }")).GetProperty("library").GetProperty("id").GetString();
        var closed = await api.DataAsync(
            "mutation ($input: CloseReportInput!) { closeReport(input: $input) { reportRun { id } } }", new { input = new { report = "R-01", libraryId, period = "2026-09" } });
        return closed.GetProperty("closeReport").GetProperty("reportRun").GetProperty("id").GetString()!; // closed just now
    }

    private static async Task<string> IdAsync(PlatformApi api) =>
        (await api.DataAsync("{ deliveries { nodes { id } } }")).GetProperty("deliveries").GetProperty("nodes")[0].GetProperty("id").GetString()!; // entered before

    private static ReportDelivery Line(long libraryId, long organisationId, int number) => new()
    {
        LibraryId = libraryId,
        Key = $"R-01:{number}",
        Subject = $"R-01:{number}",
        Edition = 1,
        DefinitionCode = "R-01",
        DefinitionVersion = 1,
        Period = "2026-09",
        OrganisationId = organisationId,
        Channel = ChannelKind.Mail,
        Address = "so@example.vn",
        NeedsConfirmation = false,
        Title = "Báo cáo",
        ContentHash = new string('0', 64),
        CreatedAt = A.Noon,
        NextAttemptAt = A.Noon,
    };
}
