using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Reporting.Rendering;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Papers;

/// <summary>The minutes of stock-takings (S-11) and of weedings (S-12), from the rows as they stand.</summary>
public static class InventoryPapers
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly FrozenDefinition Stock = new("S-11", 1, "Biên bản kiểm kê", "Cột theo thực tế các trường; không phải mẫu luật định", false);

    private static readonly FrozenDefinition Weeded = new("S-12", 1, "Biên bản thanh lọc tài liệu", "Thông tư 02/2020/TT-BVHTTDL; bố cục phụ lục chưa được đối chiếu", false);

    /// <summary>The minutes of a closed stock-taking; null when the caller sees none of this key, or it is not closed.</summary>
    public static async Task<FrozenReport?> StockTakingAsync(LibraryDb db, long stockTakingId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var taking = await db.StockTakings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == stockTakingId && s.ClosedAt != null, cancellationToken);
        if (taking is null)
            return null;
        var library = await db.Libraries.AsNoTracking().SingleAsync(l => l.Id == taking.LibraryId, cancellationToken);
        var (from, on) = (SchoolTime.DayOf(taking.StartedAt), SchoolTime.DayOf(taking.ClosedAt!.Value)); // closed
        var found = await db.StockTakingLines.AsNoTracking().Where(l => l.StockTakingId == taking.Id)
            .OrderBy(l => l.RegistrationNumber)
            .Select(l => new Found(l.RegistrationNumber, l.Finding, l.ItemId == null ? null : l.Item!.Type, l.ItemId == null ? "" : l.Item!.Record.Title, l.ItemId == null ? null : l.Item!.Price)) // as asked
            .ToListAsync(cancellationToken);
        var register = await db.Items.AsNoTracking()
            .Where(i => i.LibraryId == taking.LibraryId && i.AcquiredOn <= from && i.Status != ItemStatus.Withdrawn && (taking.ItemType == null || i.Type == taking.ItemType))
            .GroupBy(i => i.Type)
            .Select(type => new { type.Key, Copies = type.Count(), Damaged = type.Count(i => i.Status == ItemStatus.Damaged) })
            .ToDictionaryAsync(type => type.Key, type => (type.Copies, type.Damaged), cancellationToken);
        return PaperDocument.Of(Stock, library, $"{taking.Name} (từ ngày {Day(from)} đến ngày {Day(on)})", on, [],
        [
            new HeadingSection(1, "I. KẾT QUẢ THEO LOẠI TÀI LIỆU"),
            PaperDocument.Table("types", null, [new("STT", 1, true), new("Loại tài liệu", 4, false), new("Số theo sổ", 2, true), new("Có mặt", 2, true), new("Hư hỏng", 2, true), new("Thiếu", 2, true), new("Giá trị thiếu (đồng)", 3, true)],
                register.OrderBy(type => type.Key).Select((type, i) => (IReadOnlyList<string>)TypeRow(i + 1, type.Key, type.Value, found)), null),
            new HeadingSection(1, "II. TÀI LIỆU CHÊNH LỆCH"),
            PaperDocument.Table("differences", null, [new("STT", 1, true), new("Số ĐKCB", 3, false), new("Tên tài liệu", 7, false), new("Phát hiện", 4, false), new("Giá (đồng)", 2, true)],
                found.Where(f => f.Finding is not StockFinding.Present).Select((f, i) => (IReadOnlyList<string>)[Number(i + 1), f.Number, f.Title, WordsOf(f.Finding), Money(f.Price)]), null),
            new NarrativeSection("proposal", "III. KIẾN NGHỊ:", null, 4),
        ]);
    }

    /// <summary>The minutes of a decided weeding with its list; null when the caller sees none of this key, or it is not decided.</summary>
    public static async Task<FrozenReport?> WeedingAsync(LibraryDb db, long weedingId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var weeding = await db.Weedings.AsNoTracking().Include(w => w.Library).FirstOrDefaultAsync(w => w.Id == weedingId && w.DecidedOn != null, cancellationToken);
        if (weeding is null)
            return null;
        var lines = await db.WeedingLines.AsNoTracking().Where(l => l.WeedingId == weedingId)
            .OrderBy(l => l.Item.RegistrationNumber)
            .Select(l => new { l.Item.RegistrationNumber, l.Item.Record.Title, l.Item.Record.PublicationYear, l.Item.Price, l.Reason, l.Handling })
            .ToListAsync(cancellationToken);
        var decided = weeding.DecidedOn!.Value; // decided
        var rows = lines.Select((l, i) => (IReadOnlyList<string>)
            [Number(i + 1), l.RegistrationNumber, l.Title, l.PublicationYear is { } year ? Number(year) : "", "1", Money(l.Price), Money(l.Price), WordsOf(l.Reason), Wordings.Handling(null, l.Handling)]);
        string[] total = ["", "", "Cộng", "", Number(lines.Count), "", Money(lines.Sum(l => l.Price ?? 0)), "", ""];
        return PaperDocument.Of(Weeded, weeding.Library, weeding.Name, weeding.CarriedOutOn ?? decided,
            ["Căn cứ Thông tư 02/2020/TT-BVHTTDL quy định việc thanh lọc tài nguyên thông tin thư viện", $"Căn cứ Quyết định số {weeding.DecisionNumber} ngày {Day(decided)} của Hiệu trưởng {weeding.Library.Name}"],
            [
                new ParagraphSection($"Danh mục được công bố ngày {Day(weeding.PublishedOn ?? decided)}; vốn tài liệu {Number(weeding.Stock ?? 0)} bản, thanh lọc không quá {Number(WeedingPolicy.MostOf(weeding.Stock ?? 0))} bản."),
                PaperDocument.Table("list", "Danh mục tài liệu thanh lọc",
                    [new("STT", 1, true), new("Số ĐKCB", 2.4, false), new("Tên tài liệu", 6, false), new("Năm XB", 1.3, true), new("SL", 0.8, true), new("Đơn giá (đồng)", 2, true), new("Thành tiền (đồng)", 2.2, true), new("Lý do", 2.4, false), new("Hình thức xử lý", 2.6, false)],
                    rows, total),
            ]);
    }

    private static string[] TypeRow(int number, ItemType type, (int Copies, int Damaged) register, List<Found> found)
    {
        var missing = found.Where(f => f.Type == type && f.Finding is StockFinding.Missing).ToList();
        var present = found.Count(f => f.Type == type && f.Finding is StockFinding.Present or StockFinding.PresentThoughOnLoan or StockFinding.PresentThoughLost);
        return [Number(number), WordsOf(type), Number(register.Copies), Number(present), Number(register.Damaged), Number(missing.Count), Money(missing.Sum(f => f.Price ?? 0))];
    }

    private static string WordsOf(ItemType type) => type switch
    {
        ItemType.Textbook => "Sách giáo khoa",
        ItemType.TeacherBook => "Sách nghiệp vụ",
        ItemType.ReferenceBook => "Sách tham khảo",
        ItemType.ChildrensBook => "Sách thiếu nhi",
        ItemType.Periodical => "Báo, tạp chí",
        _ => "Loại khác",
    };

    private static string WordsOf(StockFinding finding) => finding switch
    {
        StockFinding.PresentThoughOnLoan => "Có mặt, đang ghi mượn",
        StockFinding.PresentThoughLost => "Có mặt, đã báo mất",
        StockFinding.PresentThoughWithdrawn => "Có mặt, đã thanh lọc",
        StockFinding.OtherRegister => "Thuộc sổ khác",
        StockFinding.Unknown => "Không có trong sổ",
        StockFinding.Missing => "Thiếu",
        _ => "Có mặt",
    };

    private static string WordsOf(WeedingReason reason) => reason switch
    {
        WeedingReason.Outdated => "Lạc hậu",
        WeedingReason.Replaced => "Chương trình cũ",
        WeedingReason.OldPeriodical => "Báo, tạp chí quá 2 năm",
        WeedingReason.WornOut => "Rách nát",
        _ => "Mất",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Money(long? amount) => amount is { } dong ? dong.ToString("N0", Vietnamese) : "";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private sealed record Found(string Number, StockFinding Finding, ItemType? Type, string Title, long? Price);
}
