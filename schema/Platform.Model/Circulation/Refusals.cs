using System.Globalization;

namespace Platform.Model.Circulation;

/// <summary>The desk's sentences. Every one names the value that stood in the way.</summary>
public static class Refusals
{
    public static Refusal ItemUnknown(string number) => new(RefusalCode.ItemUnknown, false,
        $"Không có tài liệu mang số ĐKCB '{number}' trong thư viện này.", $"No item '{number}' in this library.");

    public static Refusal PatronUnknown(string card) => new(RefusalCode.PatronUnknown, false,
        $"Không có bạn đọc mang số thẻ '{card}' trong thư viện này.", $"No patron with card '{card}' in this library.");

    public static Refusal ItemWithdrawn(string number) => new(RefusalCode.ItemWithdrawn, false,
        $"Tài liệu '{number}' đã xuất khỏi kho (thanh lọc hoặc chuyển giao).", $"Item '{number}' is withdrawn from the stock.");

    public static Refusal ItemLost(string number) => new(RefusalCode.ItemLost, false,
        $"Tài liệu '{number}' đang được báo mất: hãy ghi nhận đã tìm thấy trước.", $"Item '{number}' is reported lost: report it found first.");

    public static Refusal ItemDamaged(string number) => new(RefusalCode.ItemDamaged, true,
        $"Tài liệu '{number}' bị hư hỏng.", $"Item '{number}' is damaged.");

    public static Refusal ItemForReadingRoomOnly(string number) => new(RefusalCode.ItemForReadingRoomOnly, true,
        $"Tài liệu '{number}' chỉ đọc tại chỗ.", $"Item '{number}' is read in the library only.");

    public static Refusal ItemOnLoan(string number, DateOnly dueOn) => new(RefusalCode.ItemOnLoan, false,
        $"Tài liệu '{number}' đang được mượn đến ngày {Vn(dueOn)}.", $"Item '{number}' is on loan until {Iso(dueOn)}.");

    public static Refusal ItemAway(string number) => new(RefusalCode.ItemAway, false,
        $"Tài liệu '{number}' đang ở thư viện khác hoặc trên đường luân chuyển.", $"Item '{number}' is with another library or on the way.");

    public static Refusal ItemHasTwin(string number) => new(RefusalCode.ItemHasTwin, false,
        $"Ở đây có hai bản cùng số '{number}': hãy quét mã vạch của phiếu luân chuyển (mã trường:số).", $"Two copies here have the number '{number}': scan the manifest's barcode, which names the school.");

    public static Refusal ItemJustLent(string number) => new(RefusalCode.ItemOnLoan, false,
        $"Tài liệu '{number}' vừa được cho mượn ở quầy khác.", $"Item '{number}' was lent at another desk a moment ago.");

    public static Refusal ItemKeptForAnother(string number, DateOnly keptUntilOn) => new(RefusalCode.ItemKeptForAnother, true,
        $"Tài liệu '{number}' đang được giữ cho bạn đọc khác đến ngày {Vn(keptUntilOn)}.", $"Item '{number}' is kept for another patron until {Iso(keptUntilOn)}.");

    public static Refusal CardClosed(string card, DateOnly leftOn) => new(RefusalCode.CardClosed, false,
        $"Thẻ '{card}' hết hiệu lực từ ngày {Vn(leftOn)}.", $"Card '{card}' was valid until {Iso(leftOn)}.");

    public static Refusal NoRule(string number) => new(RefusalCode.NoRule, false,
        $"Không có quy định mượn nào cho tài liệu '{number}' và bạn đọc này.", $"No lending rule covers item '{number}' and this patron.");

    public static Refusal NotLent(string number) => new(RefusalCode.NotLent, true,
        $"Quy định không cho bạn đọc này mượn tài liệu '{number}'.", $"The rule does not lend item '{number}' to this patron.");

    public static Refusal LoanLimitReached(int has, int limit) => new(RefusalCode.LoanLimitReached, true,
        $"Bạn đọc đang mượn {has} tài liệu, quy định cho phép {limit}.", $"The patron has {has} items on loan and may have {limit}.");

    public static Refusal HasOverdueLoans(int overdue, int limit) => new(RefusalCode.HasOverdueLoans, true,
        $"Bạn đọc có {overdue} tài liệu quá hạn, từ {limit} tài liệu thì không được mượn thêm.", $"The patron has {overdue} overdue items; from {limit} on nothing more is lent.");

    public static Refusal OwesMoney(long owed, long limit) => new(RefusalCode.OwesMoney, true,
        $"Bạn đọc còn nợ {Dong(owed)} đồng, từ {Dong(limit)} đồng thì không được mượn thêm.", $"The patron owes {owed.ToString(CultureInfo.InvariantCulture)} đồng; from {limit.ToString(CultureInfo.InvariantCulture)} on nothing more is lent.");

    public static Refusal ItemNotOnLoan(string number) => new(RefusalCode.ItemNotOnLoan, false,
        $"Tài liệu '{number}' không có lượt mượn nào đang mở.", $"Item '{number}' is not on loan.");

    public static Refusal RenewalLimitReached(int renewals) => new(RefusalCode.RenewalLimitReached, true,
        $"Lượt mượn đã gia hạn {renewals} lần, không được gia hạn thêm.", $"The loan was renewed {renewals} times and may not be renewed again.");

    public static Refusal AnotherWaits(int waiting) => new(RefusalCode.AnotherWaits, true,
        $"Có {waiting} bạn đọc khác đang chờ tài liệu này.", $"{waiting} other patrons wait for this publication.");

    public static Refusal LoanRecalled(DateOnly dueOn) => new(RefusalCode.LoanRecalled, true,
        $"Thư viện đã yêu cầu trả tài liệu trước ngày {Vn(dueOn)}.", $"The library asked for the item back by {Iso(dueOn)}.");

    public static Refusal NothingGained(DateOnly dueOn) => new(RefusalCode.NothingGained, false,
        $"Gia hạn hôm nay không kéo dài hạn trả ngày {Vn(dueOn)}.", $"Renewing today would not move the due day {Iso(dueOn)}.");

    public static Refusal NoCopy { get; } = new(RefusalCode.NoCopy, false,
        "Thư viện không có bản nào cho mượn của tài liệu này.", "The library has no copy of this publication that is lent.");

    public static Refusal AlreadyOnHold { get; } = new(RefusalCode.AlreadyOnHold, false,
        "Bạn đọc đã đặt trước tài liệu này.", "The patron already waits for this publication.");

    public static Refusal AlreadyBorrowed(DateOnly dueOn) => new(RefusalCode.AlreadyBorrowed, false,
        $"Bạn đọc đang mượn tài liệu này đến ngày {Vn(dueOn)}.", $"The patron has this publication on loan until {Iso(dueOn)}.");

    public static Refusal HoldLimitReached(int has, int limit) => new(RefusalCode.HoldLimitReached, true,
        $"Bạn đọc đã đặt trước {has} tài liệu, quy định cho phép {limit}.", $"The patron has {has} holds and may have {limit}.");

    public static Refusal HoldClosed(HoldStatus status) => new(RefusalCode.HoldClosed, false,
        "Lượt đặt trước đã kết thúc.", $"The hold is closed: {status}.");

    public static Refusal CopyOnShelf(string number) => new(RefusalCode.CopyOnShelf, true,
        $"Bản '{number}' đang có trên giá, không cần đặt trước.", $"Copy '{number}' is on the shelf: there is no need to wait.");

    public static Refusal ItemNotMissing(string number) => new(RefusalCode.ItemNotMissing, false,
        $"Tài liệu '{number}' không ở trạng thái mất hoặc hư hỏng.", $"Item '{number}' is not reported lost or damaged.");

    public static Refusal ChargeSettled(DateOnly on) => new(RefusalCode.ChargeSettled, false,
        $"Khoản bồi thường đã được giải quyết ngày {Vn(on)}.", $"The charge was settled on {Iso(on)}.");

    public static Refusal ClassEmpty(string name, DateOnly on) => new(RefusalCode.ClassEmpty, false,
        $"Lớp {name} không có học sinh nào vào ngày {Vn(on)}.", $"Class {name} has no pupils on {Iso(on)}.");

    public static Refusal ClassHasAll(string name) => new(RefusalCode.ClassHasAll, false,
        $"Học sinh lớp {name} đã có đủ sách của bộ này.", $"Every pupil of class {name} has the set already.");

    public static Refusal TooFewCopies(string title, int free, int wanted) => new(RefusalCode.TooFewCopies, false,
        $"'{title}' chỉ còn {free} bản, cần {wanted} bản.", $"'{title}' has {free} free copies, {wanted} are needed.");

    public static Refusal AlreadyPromoted(string year) => new(RefusalCode.AlreadyPromoted, false,
        $"Năm học {year} đã được chuyển lên lớp.", $"School year {year} was promoted already.");

    public static Refusal NothingToPromote(string year) => new(RefusalCode.NothingToPromote, false,
        $"Năm học {year} không có lớp nào có học sinh.", $"School year {year} has no classes with pupils.");

    public static Refusal ClassesChangedSince(int pupils) => new(RefusalCode.ClassesChangedSince, false,
        $"Có {pupils} học sinh đã chuyển lớp sau đó.", $"{pupils} pupils have changed classes since.");

    public static Refusal NoPromotion(string year) => new(RefusalCode.NoPromotion, false,
        $"Năm học {year} chưa được chuyển lên lớp.", $"School year {year} was not promoted.");

    public static Refusal StillOwes(int loans, long owed) => new(RefusalCode.StillOwes, false,
        $"Bạn đọc còn mượn {loans} tài liệu và nợ {Dong(owed)} đồng.", $"The patron has {loans} items on loan and owes {owed.ToString(CultureInfo.InvariantCulture)} đồng.");

    public static Refusal CardTaken(string number) => new(RefusalCode.CardTaken, false,
        $"Số thẻ hoặc mã '{number}' đã được cấp cho bạn đọc khác của thư viện.", $"Another patron of the library has the card number or code '{number}'.");

    public static Refusal AlreadyOffered(string card) => new(RefusalCode.AlreadyOffered, false,
        $"Thẻ '{card}' đang chờ thư viện khác tiếp nhận.", $"Card '{card}' is waiting to be accepted by another library.");

    public static Refusal WeedingReasonWrong(string number) => new(RefusalCode.WeedingReasonWrong, false,
        $"Lý do thanh lọc không phù hợp với tài liệu '{number}'.", $"The reason does not fit item '{number}'.");

    public static Refusal WeedingTooSoon(DateOnly last, DateOnly next) => new(RefusalCode.WeedingTooSoon, false,
        $"Lần thanh lọc trước ngày {Vn(last)}, lần sau từ ngày {Vn(next)} (3 năm một lần).", $"The last weeding was on {Iso(last)}; the next may be from {Iso(next)} on.");

    public static Refusal WeedingTooLarge(int copies, int most) => new(RefusalCode.WeedingTooLarge, false,
        $"Danh mục có {copies} bản, mỗi lần thanh lọc không quá 10% vốn tài liệu là {most} bản.", $"The list has {copies} copies; at most a tenth of the stock, {most}, may leave.");

    public static Refusal WeedingNotPublished(DateOnly? publishedOn, int days) => new(RefusalCode.WeedingNotPublished, false,
        publishedOn is { } on ? $"Danh mục công bố ngày {Vn(on)}, phải đủ {days} ngày mới được xử lý." : "Danh mục chưa được công bố.",
        publishedOn is { } day ? $"The list was published on {Iso(day)}; the copies may leave {days} days later." : "The list is not published.");

    public static Refusal WeedingStateWrong(WeedingState state) => new(RefusalCode.WeedingStateWrong, false,
        $"Đợt thanh lọc không còn ở bước này ({state}).", $"The weeding is {state}.");

    public static Refusal ItemKept(string number, DateOnly keptUntilOn) => new(RefusalCode.ItemKeptForAnother, false,
        $"Tài liệu '{number}' đang được giữ cho bạn đọc đến ngày {Vn(keptUntilOn)}.", $"Item '{number}' is kept for a patron until {Iso(keptUntilOn)}.");

    public static Refusal ItemInStockTaking(string number, string name) => new(RefusalCode.ItemInStockTaking, false,
        $"Tài liệu '{number}' thuộc đợt kiểm kê '{name}' chưa kết thúc.", $"Item '{number}' is counted in stock-taking '{name}', which is not closed.");

    public static Refusal ItemInWeeding(string number, string name) => new(RefusalCode.ItemInWeeding, false,
        $"Tài liệu '{number}' nằm trong danh mục của đợt thanh lọc '{name}'.", $"Item '{number}' is on the list of weeding '{name}'.");

    public static Refusal ItemInTransfer(string number, string decision) => new(RefusalCode.ItemInTransfer, false,
        $"Tài liệu '{number}' đang chờ bàn giao theo quyết định '{decision}'.", $"Item '{number}' waits to be transferred by decision '{decision}'.");

    public static Refusal ItemListedTwice(string number) => new(RefusalCode.ItemListedTwice, false,
        $"Tài liệu '{number}' có hai lần trong danh mục.", $"Item '{number}' is listed twice.");

    public static Refusal TransferStateWrong(ItemTransferState state) => new(RefusalCode.TransferStateWrong, false,
        $"Phiếu điều chuyển {WordsOf(state)}.", $"The transfer is {state}.");

    private static string WordsOf(ItemTransferState state) => state switch
    {
        ItemTransferState.Accepted => "đã được tiếp nhận",
        ItemTransferState.Refused => "đã bị từ chối",
        ItemTransferState.Cancelled => "đã được rút lại",
        _ => "đang chờ tiếp nhận",
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Vn(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Dong(long amount) => amount.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));
}
