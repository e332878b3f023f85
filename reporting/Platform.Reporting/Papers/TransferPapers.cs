using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Papers;

/// <summary>The minutes with which copies are handed over from one library to another (biên bản bàn giao), from the rows as they stand.</summary>
public static class TransferPapers
{
    private static readonly FrozenDefinition Handover = new("S-12", 1, "Biên bản bàn giao tài liệu", "Cột theo biên bản xuất sách của sản phẩm trường học; không phải mẫu luật định", false);

    /// <summary>The minutes of a transfer that waits or was accepted; null when the caller sees none of this key, or it was refused or cancelled.</summary>
    public static async Task<FrozenReport?> TransferAsync(LibraryDb db, long transferId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var transfer = await db.ItemTransfers.AsNoTracking().Include(t => t.Library).Include(t => t.ToLibrary)
            .FirstOrDefaultAsync(t => t.Id == transferId && (t.State == ItemTransferState.Prepared || t.State == ItemTransferState.Accepted), cancellationToken);
        if (transfer is null)
            return null;
        var lines = await db.ItemTransferLines.AsNoTracking().Where(l => l.TransferId == transferId).OrderBy(l => l.Id)
            .Select(l => new { l.Item.RegistrationNumber, NewNumber = l.NewItem == null ? "" : l.NewItem.RegistrationNumber, l.Item.Record.Title, l.Item.Record.PublicationYear, l.Item.Price })
            .ToListAsync(cancellationToken);
        var rows = lines.Select((l, i) => (IReadOnlyList<string>)[Number(i + 1), l.RegistrationNumber, l.NewNumber, l.Title, l.PublicationYear is { } year ? Number(year) : "", Money(l.Price)]);
        string[] total = ["", "", "", $"Cộng: {Number(lines.Count)} bản", "", Money(lines.Sum(l => l.Price ?? 0))];
        return PaperDocument.Of(Handover, transfer.Library, $"Chuyển giao cho {transfer.ToLibrary.Name}", transfer.ClosedOn ?? transfer.PreparedOn,
            [$"Căn cứ Quyết định số {transfer.DecisionNumber} ngày {Day(transfer.DecidedOn)}"],
            [
                new ParagraphSection($"Bên giao: {transfer.Library.Name}. Bên nhận: {transfer.ToLibrary.Name}. Lý do: {transfer.Reason}."),
                new ParagraphSection(transfer.ClosedOn is { } closed ? $"Bên nhận đã tiếp nhận và vào sổ ngày {Day(closed)}." : "Bên nhận chưa tiếp nhận."),
                PaperDocument.Table("list", "Danh mục tài liệu bàn giao",
                    [new("STT", 1, true), new("Số ĐKCB bên giao", 2.6, false), new("Số ĐKCB bên nhận", 2.6, false), new("Tên tài liệu", 7, false), new("Năm XB", 1.4, true), new("Giá (đồng)", 2.2, true)],
                    rows, total),
                new NarrativeSection("receiver", "Đại diện bên nhận (ký, ghi rõ họ tên):", null, 2),
            ]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Money(long? amount) => amount is { } dong ? dong.ToString("N0", CultureInfo.GetCultureInfo("vi-VN")) : "";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
