using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Platform.EducationSandbox;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>Pushing to the sandbox over HTTP: what it answers decides, and it accepts every delivery once.</summary>
public sealed class HttpChannelTests
{
    [Fact]
    public async Task Accepted_StoresTheReceipt_AndTheSandboxHoldsTheSameBytes()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox);
        await office.EnterAsync();

        await office.DispatchAsync();

        var line = (await office.LedgerAsync()).Single();
        var held = sandbox.Holdings.Accepted.ShouldHaveSingleItem();
        (line.State, line.Receipt).ShouldBe((DeliveryState.Accepted, "BN000001"));
        (held.Key, held.ContentHash).ShouldBe((line.Key, line.ContentHash));
        held.Files.Select(file => (file.Name, file.Sha256)).ShouldBe(line.Files.OrderBy(f => f.Ordinal).Select(f => (f.Name, f.Hash)));
    }

    [Theory]
    [InlineData(Act.Reject, "Thiếu biểu 2", DeliveryState.Rejected, "Thiếu biểu 2", 0)]
    [InlineData(Act.Lock, null, DeliveryState.Rejected, "Kỳ báo cáo đã khóa; hãy gửi yêu cầu mở khóa.", 0)]
    [InlineData(Act.Fail, null, DeliveryState.Waiting, "The receiver answered 500.", 0)]
    [InlineData(Act.Busy, null, DeliveryState.Waiting, "The receiver answered 503.", 0)]
    [InlineData(Act.Repeat, null, DeliveryState.Accepted, null, 1)]
    [InlineData(Act.FailAnswer, null, DeliveryState.Waiting, "The receiver answered 500.", 1)]
    public async Task Answer_DecidesTheState(Act act, string? says, DeliveryState state, string? message, int accepted)
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox);
        sandbox.Script.Add(new Cue(act, Message: says));
        await office.EnterAsync();

        await office.DispatchAsync();

        var line = (await office.LedgerAsync()).Single();
        (line.State, line.Message).ShouldBe((state, message));
        sandbox.Holdings.Accepted.Count.ShouldBe(accepted);
    }

    [Theory]
    [InlineData(Act.FailAnswer, true)]
    [InlineData(Act.FailAnswer, false)]
    [InlineData(Act.DropAnswer, true)]
    [InlineData(Act.DropAnswer, false)]
    [InlineData(Act.SlowAnswer, true)]
    [InlineData(Act.SlowAnswer, false)]
    [InlineData(Act.Drop, false)]
    [InlineData(Act.Fail, false)]
    public async Task LostAnswer_IsAskedForBeforeSendingAgain_SoThatEvenASimpleReceiverAcceptsOnce(Act act, bool recognisesRepeats)
    {
        await using var sandbox = await SandboxServer.StartAsync(recognisesRepeats);
        await using var office = await OpenAsync(sandbox);
        sandbox.Script.Add(new Cue(act, Seconds: 60));
        await office.With("Delivery:Timeout", act is Act.SlowAnswer ? "00:00:04" : "00:00:30").EnterAsync();

        await office.DispatchAsync();
        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Waiting);
        await MakeDueAsync(office);
        await office.DispatchAsync();

        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Accepted);
        sandbox.Holdings.Accepted.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task BusyReceiver_IsLeftAloneAsLongAsItAsks()
    {
        var clock = new FakeTimeProvider(A.Noon);
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox, clock);
        sandbox.Script.Add(new Cue(Act.Busy, Seconds: 900));
        await office.EnterAsync();

        await office.DispatchAsync();

        (await office.LedgerAsync()).Single().NextAttemptAt.ShouldBeGreaterThanOrEqualTo(A.Noon.AddMinutes(15));
    }

    [Fact]
    public async Task LockedPeriod_IsTakenAfterItIsReopened_WithTheSameBytes()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox);
        sandbox.Holdings.Close("TV0001", "2026-05");
        await office.EnterAsync();
        await office.DispatchAsync();
        var locked = (await office.LedgerAsync()).Single();

        sandbox.Holdings.Reopen("TV0001", "2026-05");
        await using (var db = office.Database.Open())
            (await new Platform.Reporting.Delivery.DeliveryAnswers(db, office.Database.Clock).RetryAsync(locked.Id, default)).Refusal.ShouldBeNull();
        await office.DispatchAsync();

        locked.State.ShouldBe(DeliveryState.Rejected);
        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Accepted);
        sandbox.Holdings.Accepted.Single().ContentHash.ShouldBe(locked.ContentHash);
    }

    [Fact]
    public async Task RejectedReport_IsCorrectedByTheNextEdition_AndTheOlderOneIsNotTakenAfterwards()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox);
        sandbox.Script.Add(new Cue(Act.Reject, Message: "Tổng không khớp"));
        var rejected = (await office.EnterAsync(edition: 1)).Single();
        await office.DispatchAsync();

        await office.EnterAsync(edition: 2, content: "Số liệu đã sửa");
        await office.DispatchAsync();
        await using var db = office.Database.Open();
        var retry = await new Platform.Reporting.Delivery.DeliveryAnswers(db, office.Database.Clock).RetryAsync(rejected.Id, default);

        (await office.LedgerAsync()).Select(d => (d.Edition, d.State)).ShouldBe([(1, DeliveryState.Rejected), (2, DeliveryState.Accepted)]);
        retry.Refusal!.Code.ShouldBe(DeliveryRefusalCode.Superseded);
        sandbox.Holdings.Accepted.Single().Edition.ShouldBe(2);
    }

    [Fact]
    public async Task WrongSecret_IsTriedAgain_AndDeadInTheEnd()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox);
        await office.With("Delivery:Http:ClientSecret", "falsch").With("Delivery:MaxAttempts", "1").EnterAsync();

        await office.DispatchAsync();

        var line = (await office.LedgerAsync()).Single();
        (line.State, line.Message).ShouldBe((DeliveryState.Dead, "The token endpoint answered 401. (attempt 1 of 1)"));
        sandbox.Holdings.Accepted.ShouldBeEmpty();
    }

    [Fact]
    public async Task StoredBytesThatWereChanged_AreNotSent_AndTheFileIsNamed()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox);
        await office.EnterAsync();
        await using (var db = office.Database.Open())
            await db.Database.ExecuteSqlRawAsync("UPDATE DeliveryContents SET Bytes = x'00' WHERE Id = (SELECT ContentId FROM DeliveryFile WHERE Name = 'R-01-2026-05.csv')");

        await office.DispatchAsync();

        var line = (await office.LedgerAsync()).Single();
        line.State.ShouldBe(DeliveryState.Dead);
        line.Message!.ShouldStartWith("The stored bytes of 'R-01-2026-05.csv' were changed");
        sandbox.Holdings.Accepted.ShouldBeEmpty();
    }

    [Fact]
    public async Task WithdrawnToken_IsFetchedAnew()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        await using var office = await OpenAsync(sandbox);
        await office.EnterAsync(period: "2026-04");
        await office.DispatchAsync();
        using var client = new HttpClient();
        await client.DeleteAsync(new Uri(sandbox.Address + "control/tokens"), TestContext.Current.CancellationToken);

        await office.EnterAsync(period: "2026-05");
        await office.DispatchAsync();

        (await office.LedgerAsync()).ShouldAllBe(d => d.State == DeliveryState.Accepted);
    }

    private static async Task<DeliveryOffice> OpenAsync(SandboxServer sandbox, TimeProvider? clock = null)
    {
        var office = sandbox.Serves(await DeliveryOffice.OpenAsync(clock));
        await office.TakesAsync(ChannelKind.Http, "deliveries");
        return office;
    }

    private static async Task MakeDueAsync(DeliveryOffice office)
    {
        await using var db = office.Database.Open();
        await db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAttemptAt, A.Noon.AddYears(-1)));
    }
}
