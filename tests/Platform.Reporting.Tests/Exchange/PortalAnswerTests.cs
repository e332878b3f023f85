using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Reporting.Delivery;
using Platform.Model.Reporting.Exchange;
using Platform.Reporting.Exchange;
using Platform.Reporting.Tests.Delivery;

namespace Platform.Reporting.Tests.Exchange;

/// <summary>The portal's export of receipts and refusals, matched with what was sent.</summary>
public sealed class PortalAnswerTests
{
    private const string Period = "2026-2027-DN";

    [Fact]
    public async Task EveryRecordAccepted_ConfirmsTheBatch_OnceAndNotInADryRun()
    {
        await using var office = await SentAsync();
        var file = FileOf(["TV0001", "1", "Đã nhận", "BN-77"], [Figure, "1", "Thành công", ""]);

        var dry = await EnterAsync(office, file, dryRun: true);
        var before = (await office.LedgerAsync()).Single().State;
        var done = await EnterAsync(office, file);
        var again = await EnterAsync(office, file);

        dry.Deliveries.ShouldBe([new PortalDelivery("CSDL:v1:TV0001:2026-2027-DN:H38:Folder:1", true)]);
        before.ShouldBe(DeliveryState.Sent);
        done.Deliveries.ShouldBe(dry.Deliveries);
        again.Deliveries.ShouldBeEmpty();
        var line = (await office.LedgerAsync()).Single();
        (line.State, line.Receipt).ShouldBe((DeliveryState.Accepted, "BN-77"));
    }

    [Fact]
    public async Task OneRecordRefused_RejectsTheBatch_AndItsRecordsAreSaidAgainUnderGreaterNumbers()
    {
        await using var office = await SentAsync();

        await EnterAsync(office, FileOf(["TV0001", "1", "Đã nhận", ""], [Figure, "1", "Không hợp lệ", "Sai mã dòng"]));
        await SendAsync(office);

        var lines = await office.LedgerAsync();
        lines.OrderBy(d => d.Edition).Select(d => (d.State, d.Message)).ShouldBe(
            [(DeliveryState.Rejected, $"1 bản ghi bị từ chối: {Figure}: Sai mã dòng"), (DeliveryState.Sent, null)]);
        await using var db = office.Database.Open();
        db.ExchangeRecords.OrderBy(r => r.RecordId).Select(r => r.Number).ToList().ShouldBe([2, 2]);
    }

    [Fact]
    public async Task RowsThatFitNothing_AreNamed_AndABatchNamedInPartWaitsOn()
    {
        await using var office = await SentAsync();

        var import = await EnterAsync(office, FileOf(["TV0001", "1", "Đã nhận", ""], [Figure, "0", "Đã nhận", ""], ["TV9999", "1", "Từ chối", ""], [Figure, "1", "Đang xem", ""]));

        import.Lines.Select(l => l.Match).ShouldBe([PortalMatch.Accepted, PortalMatch.Superseded, PortalMatch.NeverSent, PortalMatch.Unreadable]);
        import.Deliveries.ShouldBeEmpty();
        (await office.LedgerAsync()).Single().State.ShouldBe(DeliveryState.Sent);
    }

    [Fact]
    public void FileWithoutTheColumns_IsNone() =>
        PortalAnswerFile.TryRead(new MemoryStream(Workbook(["Họ tên", "Ngày sinh"]))).ShouldBeNull();

    private const string Figure = "TV0001.2026-2027-DN.02-TH-ĐN.111.tong";

    private static async Task<DeliveryOffice> SentAsync()
    {
        var root = Directory.CreateTempSubdirectory("platform-portal-").FullName;
        var office = (await DeliveryOffice.OpenAsync(new FakeTimeProvider(A.Noon))).With("Delivery:Folder:Root", root);
        await office.TakesAsync(ChannelKind.Folder, "cong-csdl", needsConfirmation: true);
        await office.Database.HasAsync(new FormFigure { LibraryId = office.Library.Id, Period = Period, Form = "02-TH-ĐN", Row = "111", Column = "tong", Value = 2 });
        await SendAsync(office);
        return office;
    }

    private static async Task SendAsync(DeliveryOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExchangeDesk>().EnterAsync(office.Library, Period, ExchangeFormat.Json, TestContext.Current.CancellationToken);
        await office.DispatchAsync();
    }

    private static async Task<PortalImport> EnterAsync(DeliveryOffice office, byte[] file, bool dryRun = false)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var said = PortalAnswerFile.TryRead(new MemoryStream(file)).ShouldNotBeNull();
        return await scope.ServiceProvider.GetRequiredService<PortalAnswerDesk>().EnterAsync(office.Library, said, dryRun, TestContext.Current.CancellationToken);
    }

    // A title above the heading, the columns in an order of their own.
    private static byte[] FileOf(params string[][] rows) =>
        Workbook(["KẾT QUẢ TIẾP NHẬN"], ["STT", "Kết quả", "Mã bản ghi", "Phiên\nbản", "Thông báo"], [.. rows.Select((row, n) => new[] { $"{n + 1}", row[2], row[0], row[1], row[3] })]);

    private static byte[] Workbook(string[] first, string[]? second = null, string[][]? rest = null)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var part = workbook.AddNewPart<WorksheetPart>();
            string[][] rows = [first, .. second is null ? [] : new[] { second }, .. rest ?? []];
            part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, row) => new Row(cells.Select((text, column) => new Cell
            {
                CellReference = $"{(char)('A' + column)}{row + 1}",
                DataType = CellValues.InlineString,
                InlineString = new InlineString(new Text(text)),
            }))
            {
                RowIndex = (uint)(row + 1),
            })));
            workbook.Workbook.AppendChild(new Sheets()).AppendChild(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = "Sheet1" });
        }
        return file.ToArray();
    }
}
