using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Reporting.Tests;

/// <summary>October 2026 of one school, small enough to be counted by hand; the days around its ends hold traps.</summary>
internal static class SampleMonth
{
    /// <summary>
    /// In October: 2 textbooks (25.000 + 30.000 from the budget), 3 reference books (2 × 40.000 from the budget, 1 × 55.000 from other funds),
    /// 1 children's book given, 1 magazine (other funds, 12.000). Loans: pupils 2 reference home, 1 children's in the library; teacher 1 textbook home.
    /// Visits: 31 pupils, 4 teachers. Activities: one of 120 people, one between libraries.
    /// </summary>
    public static async Task FillAsync(ReportingFixture fixture)
    {
        var (database, library) = (fixture.Database, fixture.Library);
        var record = await database.HasAsync(A.Record(library, "=Toán 3: Kết nối tri thức với cuộc sống", "Hà Huy Khoái"));
        var story = await database.HasAsync(A.Record(library, "Dế Mèn phiêu lưu ký"));
        var items = new List<Item>();
        foreach (var (number, type, funding, price, day, owner) in Copies())
        {
            var item = A.Item(owner ? record : story, type, number);
            item.Funding = funding;
            item.Price = price;
            item.AcquiredOn = day;
            items.Add(await database.HasAsync(item));
        }
        var pupil = await database.HasAsync(A.Patron(library, name: "Sùng Thị Mỷ"));
        var teacher = await database.HasAsync(A.Patron(library, PatronCategory.Teacher, "Lương Văn Bình"));
        var october = new DateOnly(2026, 10, 1);
        await database.HasAsync(A.Loan(items[2], pupil, october));
        await database.HasAsync(A.Loan(items[3], pupil, new DateOnly(2026, 10, 31)));
        await database.HasAsync(A.Loan(items[5], pupil, october.AddDays(10), LoanKind.InLibrary));
        await database.HasAsync(A.Loan(items[0], teacher, october.AddDays(11)));
        await database.HasAsync(A.Loan(items[1], teacher, new DateOnly(2026, 9, 30)));
        await database.HasAsync(A.Loan(items[4], pupil, new DateOnly(2026, 11, 1)));
        await database.HasAsync(A.Visit(library, october, PatronCategory.Pupil, 30));
        await database.HasAsync(A.Visit(library, new DateOnly(2026, 10, 31), PatronCategory.Pupil, 1));
        await database.HasAsync(A.Visit(library, new DateOnly(2026, 11, 1), PatronCategory.Pupil, 500));
        await database.HasAsync(A.Visit(library, october.AddDays(5), PatronCategory.Teacher, 4));
        await database.HasAsync(Activity(library.Id, ActivityKind.ReadingPromotion, "Giới thiệu sách “Những người phụ nữ làm nên lịch sử”", "toàn trường", 120));
        await database.HasAsync(Activity(library.Id, ActivityKind.InterLibrary, "Trao đổi sách luân chuyển với thư viện trường THCS Bản Lầu", null, null));
    }

    /// <summary>More visits on a day of the closed month: late facts.</summary>
    public static async Task FillAgainAsync(ReportingFixture fixture)
    {
        for (var day = 1; day <= 5; day++)
            await fixture.Database.HasAsync(A.Visit(fixture.Library, new DateOnly(2026, 10, day), PatronCategory.Pupil, day));
    }

    /// <summary>One reference book is lost in March.</summary>
    public static async Task WithdrawAsync(ReportingFixture fixture)
    {
        await using var db = fixture.Database.Open();
        var item = db.Items.Single(i => i.RegistrationNumber == "TK.00003");
        (item.Status, item.WithdrawnOn) = (ItemStatus.Lost, new DateOnly(2027, 3, 9));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<(string Number, ItemType Type, FundingSource Funding, long? Price, DateOnly Day, bool FirstRecord)> Copies() =>
    [
        ("GK.00001", ItemType.Textbook, FundingSource.Budget, 25_000, new(2026, 10, 1), true),
        ("GK.00002", ItemType.Textbook, FundingSource.Budget, 30_000, new(2026, 10, 31), true),
        ("TK.00001", ItemType.ReferenceBook, FundingSource.Budget, 40_000, new(2026, 10, 12), false),
        ("TK.00002", ItemType.ReferenceBook, FundingSource.Budget, 40_000, new(2026, 10, 12), false),
        ("TK.00003", ItemType.ReferenceBook, FundingSource.OtherFunds, 55_000, new(2026, 10, 12), false),
        ("TN.00001", ItemType.ChildrensBook, FundingSource.Donation, null, new(2026, 10, 20), false),
        ("BC.00001", ItemType.Periodical, FundingSource.OtherFunds, 12_000, new(2026, 10, 20), false),
        ("TK.00004", ItemType.ReferenceBook, FundingSource.Budget, 99_000, new(2026, 9, 30), false),
        ("TK.00005", ItemType.ReferenceBook, FundingSource.Budget, 99_000, new(2026, 11, 1), false),
    ];

    public static LibraryActivity Activity(long libraryId, ActivityKind kind, string title, string? audience, int? participants) => new()
    {
        LibraryId = libraryId,
        HeldOn = new DateOnly(2026, 10, 20),
        Kind = kind,
        Title = title,
        Audience = audience,
        Participants = participants,
    };
}
