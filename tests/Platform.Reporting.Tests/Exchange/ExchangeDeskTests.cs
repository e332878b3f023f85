using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.EducationSandbox;
using Platform.Model.Reporting.Delivery;
using Platform.Model.Reporting.Exchange;
using Platform.Reporting.Exchange;
using Platform.Reporting.Tests.Delivery;

namespace Platform.Reporting.Tests.Exchange;

/// <summary>From what a school entered to what the sandbox holds.</summary>
public sealed class ExchangeDeskTests
{
    private const string Period = "2026-2027-DN";

    [Theory]
    [InlineData(ExchangeFormat.Json)]
    [InlineData(ExchangeFormat.Xml)]
    public async Task Records_AreNewThenUpdatedThenCancelled_UnderGrowingNumbers(ExchangeFormat format)
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox);
        var fact = await office.Database.HasAsync(RoomOf(office));
        await office.Database.HasAsync(Librarians(office, 2));

        (await EnterAsync(office, format)).Records.ShouldBe(3);
        (await EnterAsync(office, format)).Records.ShouldBe(3, "the first batch still waits and is superseded");
        await office.DispatchAsync();
        (await EnterAsync(office, format)).Records.ShouldBe(0);
        await ChangeAsync(office, fact.Id, found => found.UpperArea = 70);
        (await EnterAsync(office, format)).Records.ShouldBe(1);
        await office.DispatchAsync();
        await ChangeAsync(office, fact.Id, remove: true);
        (await EnterAsync(office, format)).Records.ShouldBe(1);
        await office.DispatchAsync();

        sandbox.Holdings.Records.Select(r => (r.Object, r.Id, r.Version, r.Event)).ShouldBe(
        [
            ("cosovatchatphonghoc", "TV0001.2026-2027-DN.Phòng thư viện", 4, "CANCEL"),
            ("solieubieumau", "TV0001.2026-2027-DN.02-TH-ĐN.111.tong", 2, "UPdate"),
            ("thongtindiemtruongchinh", "TV0001", 2, "UPdate"),
        ]);
        (await office.LedgerAsync()).OrderBy(d => d.Edition).Select(d => d.State).ShouldBe(
            [DeliveryState.Superseded, DeliveryState.Accepted, DeliveryState.Accepted, DeliveryState.Accepted]);
    }

    [Fact]
    public async Task RejectedBatch_IsSaidAgain_WithGreaterNumbers()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox);
        sandbox.Script.Add(new Cue(Act.Reject, Message: "Sai mã trường"));
        await EnterAsync(office, ExchangeFormat.Json);
        await office.DispatchAsync();
        sandbox.Holdings.Records.ShouldBeEmpty();

        await EnterAsync(office, ExchangeFormat.Json);
        await office.DispatchAsync();

        sandbox.Holdings.Records.Select(r => (r.Id, r.Version, r.Event)).ShouldBe([("TV0001", 2, "UPdate")]);
    }

    [Fact]
    public async Task ManyDesksAtOnce_RaiseEveryNumberOnce()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox, fake: false);
        await office.Database.HasAsync(RoomOf(office));
        _ = office.Services;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => EnterAsync(office, ExchangeFormat.Json))));
        await office.DispatchAsync();

        var lines = await office.LedgerAsync();
        lines.Select(d => d.Edition).ShouldBe([1, 2, 3, 4]);
        lines.Count(d => d.State is DeliveryState.Accepted).ShouldBe(1);
        sandbox.Holdings.Records.ShouldAllBe(r => r.Version == 4);
    }

    [Fact]
    public async Task WithoutARecipient_NoNumberIsRaised()
    {
        await using var office = await DeliveryOffice.OpenAsync(new FakeTimeProvider(A.Noon));

        (await EnterAsync(office, ExchangeFormat.Json)).Deliveries.ShouldBeEmpty();

        await using var db = office.Database.Open();
        (await db.ExchangeRecords.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task PortalSheet_GoesToTheFolder_AndIsConfirmedByHand()
    {
        var root = Directory.CreateTempSubdirectory("platform-portal-").FullName;
        await using var office = (await DeliveryOffice.OpenAsync(new FakeTimeProvider(A.Noon))).With("Delivery:Folder:Root", root);
        await office.TakesAsync(ChannelKind.Folder, "cong-csdl", needsConfirmation: true);
        var fact = await office.Database.HasAsync(RoomOf(office, BuildingScale.Durability));

        var entered = await EnterAsync(office, ExchangeFormat.Xlsx);
        (await EnterAsync(office, ExchangeFormat.Xlsx)).Deliveries.Single().Id.ShouldBe(entered.Deliveries.Single().Id, "nothing changed");
        await office.DispatchAsync();
        await using (var db = office.Database.Open())
            await new Platform.Reporting.Delivery.DeliveryAnswers(db, office.Database.Clock).ConfirmAsync(entered.Deliveries.Single().Id, "Cổng báo: nhập 1 dòng", default);
        await ChangeAsync(office, fact.Id, found => found.LowerRooms = 1);
        await EnterAsync(office, ExchangeFormat.Xlsx);

        var lines = await office.LedgerAsync();
        lines.Select(d => (d.Key, d.State, d.Receipt)).ShouldBe(
        [
            ("CSVC:v1:TV0001:2026-2027-DN:H38:Folder:1", DeliveryState.Accepted, "Cổng báo: nhập 1 dòng"),
            ("CSVC:v1:TV0001:2026-2027-DN:H38:Folder:2", DeliveryState.Waiting, null),
        ]);
        Directory.GetFiles(root, "*.xlsx", SearchOption.AllDirectories).Select(Path.GetFileName).ShouldBe(["CSVC-TV0001-2026-2027-DN.xlsx"]);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task Sandbox_RefusesABatchThatDoesNotFitTheSchema()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox);
        await using var scope = office.Services.CreateAsyncScope();
        var faulty = new Platform.Reporting.Delivery.OutgoingFile("lo.json", ExchangeSchemas.JsonMediaType, """{"phienbanluocdo":1,"donvigui":"TV0001","ky":"2026-05","banghi":[{}]}"""u8.ToArray());
        await scope.ServiceProvider.GetRequiredService<Platform.Reporting.Delivery.DeliveryLedger>().EnterAsync(office.Report() with { Files = [faulty] }, default);

        await office.DispatchAsync();

        var line = (await office.LedgerAsync()).Single();
        line.State.ShouldBe(DeliveryState.Rejected);
        line.Message!.ShouldContain("lo.json: /banghi/0: 'idbanghi' is missing");
    }

    private static async Task<DeliveryOffice> OpenAsync(SandboxServer sandbox, bool fake = true)
    {
        var office = sandbox.Serves(await DeliveryOffice.OpenAsync(fake ? new FakeTimeProvider(A.Noon) : null));
        await office.TakesAsync(ChannelKind.Http, "deliveries");
        return office;
    }

    private static async Task<ExchangeEntry> EnterAsync(DeliveryOffice office, ExchangeFormat format)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ExchangeDesk>().EnterAsync(office.Library, Period, format, default);
    }

    private static FacilityFact RoomOf(DeliveryOffice office, BuildingScale scale = BuildingScale.Grade) => new()
    {
        LibraryId = office.Library.Id,
        Period = Period,
        Criterion = "Phòng thư viện",
        Scale = scale,
        UpperRooms = 1,
        UpperArea = 62.5,
    };

    private static FormFigure Librarians(DeliveryOffice office, int value) => new()
    {
        LibraryId = office.Library.Id,
        Period = Period,
        Form = "02-TH-ĐN",
        Row = "111",
        Column = "tong",
        Value = value,
    };

    private static async Task ChangeAsync(DeliveryOffice office, long id, Action<FacilityFact>? change = null, bool remove = false)
    {
        await using var db = office.Database.Open();
        var fact = await db.FacilityFacts.SingleAsync(f => f.Id == id);
        change?.Invoke(fact);
        if (remove)
            db.Remove(fact);
        await db.SaveChangesAsync();
    }
}
