using Platform.Model.Reporting.Delivery;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>Handing over in a folder.</summary>
public sealed class FolderChannelTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("platform-folder-").FullName;

    [Fact]
    public async Task Files_AppearTogether_AndAwaitTheReceipt()
    {
        await using var office = await OpenAsync("so-gddt/bao-cao");

        await office.EnterAsync();
        await office.DispatchAsync();

        var line = (await office.LedgerAsync()).Single();
        var folder = Directory.GetDirectories(Path.Combine(_root, "so-gddt", "bao-cao")).ShouldHaveSingleItem();
        line.State.ShouldBe(DeliveryState.Sent);
        line.Receipt.ShouldBe(folder);
        Path.GetFileName(folder).ShouldStartWith("R-01_v1_TV0001_2026-05_H38_Folder_1-");
        (await File.ReadAllTextAsync(Path.Combine(folder, "R-01-2026-05.csv"), TestContext.Current.CancellationToken)).ShouldBe("Mục;Số lượng\nSố liệu tháng 5");
        Directory.GetFiles(folder).Length.ShouldBe(2);
    }

    [Fact]
    public async Task HandedOverBefore_IsRecognised()
    {
        await using var office = await OpenAsync("so");
        var line = (await office.EnterAsync()).Single();
        await office.DispatchAsync();
        var folder = Directory.GetDirectories(Path.Combine(_root, "so")).Single();
        var written = Directory.GetLastWriteTimeUtc(folder);

        await ResendAsync(office, line.Id);

        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Sent);
        Directory.GetLastWriteTimeUtc(folder).ShouldBe(written);
        Directory.GetDirectories(Path.Combine(_root, "so")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task PartOfAStoppedWorker_IsClearedAway()
    {
        await using var office = await OpenAsync("so");
        var line = (await office.EnterAsync()).Single();
        await office.DispatchAsync();
        var folder = Directory.GetDirectories(Path.Combine(_root, "so")).Single();
        Directory.Move(folder, folder + ".part1");

        await ResendAsync(office, line.Id);

        Directory.GetDirectories(Path.Combine(_root, "so")).ShouldBe([folder]);
    }

    [Fact]
    public async Task OtherContentInItsPlace_IsAnAlarm()
    {
        await using var office = await OpenAsync("so");
        var line = (await office.EnterAsync()).Single();
        await office.DispatchAsync();
        var folder = Directory.GetDirectories(Path.Combine(_root, "so")).Single();
        await File.WriteAllTextAsync(Path.Combine(folder, "R-01-2026-05.csv"), "khác", TestContext.Current.CancellationToken);

        await ResendAsync(office, line.Id);

        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Dead);
    }

    [Theory]
    [InlineData("../ngoai")]
    [InlineData("/etc")]
    [InlineData("a/../../b")]
    public async Task AddressOutsideTheRoot_IsNeverWrittenTo(string address)
    {
        await using var office = await OpenAsync(address);

        await office.EnterAsync();
        await office.DispatchAsync();

        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Dead);
        Directory.EnumerateFileSystemEntries(_root).ShouldBeEmpty();
    }

    [Fact]
    public async Task ChannelWithoutSettings_IsAnAlarm_ThatNamesThem()
    {
        await using var office = await DeliveryOffice.OpenAsync();
        await office.TakesAsync(ChannelKind.Folder, "so");
        await office.EnterAsync();

        await office.DispatchAsync();

        (await office.LedgerAsync()).Single().Message.ShouldBe("The channel Folder is not set up: see the settings Delivery:Folder.");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<DeliveryOffice> OpenAsync(string address)
    {
        var office = (await DeliveryOffice.OpenAsync()).With("Delivery:Folder:Root", _root);
        await office.TakesAsync(ChannelKind.Folder, address, needsConfirmation: true);
        return office;
    }

    private static async Task ResendAsync(DeliveryOffice office, long id)
    {
        await using (var db = office.Database.Open())
        {
            (await db.Deliveries.FindAsync(id))!.State = DeliveryState.Waiting; // entered by the test
            await db.SaveChangesAsync();
        }
        await office.DispatchAsync();
    }
}
