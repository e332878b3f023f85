using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>Handing over to a real OpenSSH server.</summary>
public sealed class SftpChannelTests
{
    [Fact]
    public async Task Files_AppearTogether_UnderTheirFolder()
    {
        await using var server = await SshServer.StartAsync();
        await using var office = await OpenAsync(server);
        await office.EnterAsync();

        await office.DispatchAsync();

        var line = (await office.LedgerAsync()).Single();
        (line.State, line.Message).ShouldBe((DeliveryState.Accepted, null));
        var folder = Directory.GetDirectories(Path.Combine(server.Files, "so", "bao-cao")).ShouldHaveSingleItem();
        Directory.GetFiles(folder).Select(Path.GetFileName).Order().ShouldBe(["R-01-2026-05.csv", "R-01-2026-05.pdf"]);
        (await File.ReadAllTextAsync(Path.Combine(folder, "R-01-2026-05.csv"), TestContext.Current.CancellationToken)).ShouldBe("Mục;Số lượng\nSố liệu tháng 5");
    }

    [Fact]
    public async Task HandedOverBefore_IsRecognised_AndPartsAreClearedAway()
    {
        await using var server = await SshServer.StartAsync();
        await using var office = await OpenAsync(server);
        await office.EnterAsync();
        await office.DispatchAsync();
        var folder = Directory.GetDirectories(Path.Combine(server.Files, "so", "bao-cao")).Single();
        await AgainAsync(office);
        Directory.GetDirectories(Path.Combine(server.Files, "so", "bao-cao")).ShouldBe([folder]);
        Directory.Move(folder, folder + ".part2");

        await AgainAsync(office);

        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Accepted);
        Directory.GetDirectories(Path.Combine(server.Files, "so", "bao-cao")).ShouldBe([folder]);
    }

    [Fact]
    public async Task ServerWithAnotherKey_GetsNothing()
    {
        await using var server = await SshServer.StartAsync();
        await using var office = await OpenAsync(server);
        office.With("Delivery:Sftp:HostKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        await office.EnterAsync();

        await office.DispatchAsync();

        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Waiting);
        Directory.EnumerateFileSystemEntries(server.Files).ShouldBeEmpty();
    }

    private static async Task<DeliveryOffice> OpenAsync(SshServer server)
    {
        var office = (await DeliveryOffice.OpenAsync())
            .With("Delivery:Sftp:Host", "127.0.0.1")
            .With("Delivery:Sftp:Port", server.Port.ToString(CultureInfo.InvariantCulture))
            .With("Delivery:Sftp:HostKey", server.HostKey)
            .With("Delivery:Sftp:User", Environment.UserName)
            .With("Delivery:Sftp:KeyFile", server.KeyFile)
            .With("Delivery:Sftp:Root", server.Files);
        await office.TakesAsync(ChannelKind.Sftp, "so/bao-cao");
        return office;
    }

    private static async Task AgainAsync(DeliveryOffice office)
    {
        await using (var db = office.Database.Open())
            await db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DeliveryState.Waiting));
        await office.DispatchAsync();
    }
}
