using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;
using Platform.Model.Reporting.Delivery;
using Platform.Reporting.Delivery;
using Platform.Storage;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>What is entered in the ledger, and what is not entered twice.</summary>
public sealed class DeliveryLedgerTests
{
    [Theory, EachDatabase]
    public async Task SameReport_IsEnteredOnce(DatabaseProvider provider)
    {
        await using var office = await DeliveryOffice.OpenAsync(new FakeTimeProvider(A.Noon), provider);
        await office.TakesAsync(ChannelKind.Http, "deliveries");

        var first = await office.EnterAsync();
        var again = await office.EnterAsync();

        again.Single().Id.ShouldBe(first.Single().Id);
        var line = (await office.LedgerAsync()).ShouldHaveSingleItem();
        line.Key.ShouldBe("R-01:v1:TV0001:2026-05:H38:Http:1");
        line.Files.Count.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task ReportEnteredByManyAtOnce_IsThereOnce_AndItsBytesToo(DatabaseProvider provider)
    {
        await using var office = await DeliveryOffice.OpenAsync(provider: provider);
        await office.TakesAsync(ChannelKind.Http, "deliveries");
        await office.TakesAsync(ChannelKind.Mail, "so@example.vn");
        _ = office.Services;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => office.EnterAsync())));

        (await office.LedgerAsync()).Select(d => d.Channel).ShouldBe([ChannelKind.Http, ChannelKind.Mail]);
        await using var db = office.Database.Open();
        (await db.DeliveryContents.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Recipients_AreThoseOfTheDay_TheDefinitionsOwnFirst()
    {
        await using var office = await DeliveryOffice.OpenAsync(new FakeTimeProvider(A.Noon));
        await office.TakesAsync(ChannelKind.Mail, "cu@example.vn", until: A.Today.AddDays(-1));
        await office.TakesAsync(ChannelKind.Mail, "moi@example.vn", from: A.Today);
        await office.TakesAsync(ChannelKind.Mail, "mai@example.vn", from: A.Today.AddDays(1));
        await office.TakesAsync(ChannelKind.Mail, "danhgia@example.vn", definition: "R-04");

        await office.EnterAsync(definition: "R-01");
        await office.EnterAsync(definition: "R-04");

        (await office.LedgerAsync()).Select(d => (d.DefinitionCode, d.Address)).ShouldBe([("R-01", "moi@example.vn"), ("R-04", "danhgia@example.vn")]);
    }

    [Fact]
    public async Task Correction_SupersedesTheEditionThatStillWaits()
    {
        await using var office = await DeliveryOffice.OpenAsync(new FakeTimeProvider(A.Noon));
        await office.TakesAsync(ChannelKind.Http, "deliveries");
        await office.EnterAsync(edition: 1);

        await office.EnterAsync(edition: 2, content: "Số liệu đã sửa");

        (await office.LedgerAsync()).Select(d => (d.Edition, d.State)).ShouldBe([(1, DeliveryState.Superseded), (2, DeliveryState.Waiting)]);
    }

    [Fact]
    public async Task LibraryWithoutRecipients_EntersNothing()
    {
        await using var office = await DeliveryOffice.OpenAsync();

        (await office.EnterAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../bao-cao.pdf")]
    [InlineData("a/b.pdf")]
    [InlineData("a\\b.pdf")]
    [InlineData("..")]
    [InlineData("C:x.pdf")]
    [InlineData("a\u0000.pdf")]
    public void NameThatLeavesItsFolder_IsNoFileName(string name) =>
        Should.Throw<ArgumentException>(() => new OutgoingFile(name, "application/pdf", [1]));

    [Fact]
    public async Task Answer_IsEnteredByWhoMaySubmit_AndWithItsAuthor()
    {
        await using var office = await DeliveryOffice.OpenAsync(new FakeTimeProvider(A.Noon));
        await office.TakesAsync(ChannelKind.Folder, "so", needsConfirmation: true);
        var id = (await office.EnterAsync()).Single().Id;
        await SetStateAsync(office, id, DeliveryState.Sent);

        await using var reading = office.Database.Open(ScopeOf(office, Permission.ReadReports));
        var refused = await new DeliveryAnswers(reading, office.Database.Clock).ConfirmAsync(id, "CV 12/SGDĐT", default);
        await using var signing = office.Database.Open(ScopeOf(office, Permission.ReadReports, Permission.SubmitReports));
        var confirmed = await new DeliveryAnswers(signing, office.Database.Clock).ConfirmAsync(id, "CV 12/SGDĐT", default);
        var repeated = await new DeliveryAnswers(signing, office.Database.Clock).RejectAsync(id, "sai kỳ", default);

        refused.Refusal!.Code.ShouldBe(DeliveryRefusalCode.DeliveryUnknown);
        confirmed.Refusal.ShouldBeNull();
        repeated.Refusal!.Code.ShouldBe(DeliveryRefusalCode.NotAwaitingAnswer);
        var line = (await office.LedgerAsync()).Single();
        (line.State, line.Receipt, line.ConfirmedBy, line.ReceivedAt).ShouldBe((DeliveryState.Accepted, "CV 12/SGDĐT", "account:7", A.Noon));
    }

    private static Scope ScopeOf(DeliveryOffice office, params Permission[] permissions) => new()
    {
        Actor = "account:7",
        LibraryIds = [office.Library.Id],
        Permissions = permissions.ToHashSet(),
    };

    private static async Task SetStateAsync(DeliveryOffice office, long id, DeliveryState state)
    {
        await using var db = office.Database.Open();
        (await db.Deliveries.SingleAsync(d => d.Id == id)).State = state;
        await db.SaveChangesAsync();
    }
}
