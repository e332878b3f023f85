using System.Globalization;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Patrons;
using Platform.Model.Sharing;
using Platform.Model.Text;

namespace Platform.Testing;

/// <summary>Rows with sensible values, so that a test says only what matters to it.</summary>
public static partial class A
{
    private static int _sequence;

    /// <summary>The day that builders take for today: a Monday within a school year.</summary>
    public static DateOnly Today { get; } = new(2026, 10, 5);

    /// <summary>Noon in Vietnam of <see cref="Today"/>.</summary>
    public static DateTimeOffset Noon { get; } = new(2026, 10, 5, 5, 0, 0, TimeSpan.Zero);

    public static Library Library(string? code = null, string? name = null, SchoolLevel level = SchoolLevel.LowerSecondary)
    {
        var number = Next();
        return new Library
        {
            Code = code ?? string.Create(CultureInfo.InvariantCulture, $"TV{number:0000}"),
            Name = name ?? string.Create(CultureInfo.InvariantCulture, $"Trường THCS số {number}"),
            Level = level,
            Place = "Mường Sáng",
            Principal = "Nguyễn Thị Hoa",
            Librarian = "Trần Văn Sách",
            DocumentSuffix = "TV",
        };
    }

    public static LibraryGroup Group(params Library[] members) => new()
    {
        Code = string.Create(CultureInfo.InvariantCulture, $"N{Next():000}"),
        Name = "Nhóm liên thông",
        AgreedOn = new DateOnly(2024, 12, 6),
        Memberships = [.. members.Select((library, index) => new Membership { LibraryId = library.Id, IsHub = index == 0, JoinedOn = new DateOnly(2024, 12, 6) })],
    };

    public static BibliographicRecord Record(Library library, string title = "Dế Mèn phiêu lưu ký", string? author = "Tô Hoài") => new()
    {
        LibraryId = library.Id,
        Kind = RecordKind.Text,
        Title = title,
        Author = author,
        TitleKey = VietnameseText.Fold(title),
        SearchText = VietnameseText.Fold($"{title} {author}"),
        Fingerprint = Next().ToString("x64", CultureInfo.InvariantCulture),
        CreatedAt = Noon,
        UpdatedAt = Noon,
        Content = new RecordContent { Format = StoredFormat.MarcXml, Bytes = [] },
    };

    public static Item Item(BibliographicRecord record, ItemType type = ItemType.ReferenceBook, string? registrationNumber = null, long? libraryId = null) => new()
    {
        LibraryId = libraryId ?? record.LibraryId,
        RecordId = record.Id,
        RegistrationNumber = registrationNumber ?? string.Create(CultureInfo.InvariantCulture, $"TK.{Next():00000}"),
        Type = type,
        Funding = FundingSource.Budget,
        Price = 25_000,
        AcquiredOn = Today,
        Status = ItemStatus.InStock,
    };

    public static Patron Patron(Library library, PatronCategory category = PatronCategory.Pupil, string name = "Giàng A Páo") => new()
    {
        LibraryId = library.Id,
        CardNumber = string.Create(CultureInfo.InvariantCulture, $"HS{Next():000000}"),
        FullName = name,
        NameKey = VietnameseText.Fold(name),
        Category = category,
        Grade = category is PatronCategory.Pupil ? 6 : null,
        ClassName = category is PatronCategory.Pupil ? "6A" : null,
        RegisteredOn = new DateOnly(2026, 9, 5),
    };

    public static Loan Loan(Item item, Patron patron, DateOnly? lentOn = null, LoanKind kind = LoanKind.Home) => new()
    {
        LibraryId = item.LibraryId,
        ItemId = item.Id,
        PatronId = patron.Id,
        Kind = kind,
        PatronCategory = patron.Category,
        Grade = patron.Grade,
        ItemType = item.Type,
        LentAt = Model.SchoolTime.StartOf(lentOn ?? Today).AddHours(9),
        LentOn = lentOn ?? Today,
        DueOn = (lentOn ?? Today).AddDays(14),
    };

    public static Hold Hold(BibliographicRecord record, Patron patron) => new()
    {
        LibraryId = patron.LibraryId,
        RecordId = record.Id,
        PatronId = patron.Id,
        PlacedAt = Noon,
        Status = HoldStatus.Waiting,
    };

    public static SchoolClass Class(Library library, string name = "6A", int grade = 6, int startYear = 2026) => new()
    {
        LibraryId = library.Id,
        StartYear = startYear,
        Name = name,
        Grade = grade,
    };

    public static ClassMembership Member(Patron pupil, SchoolClass schoolClass, DateOnly? from = null) => new()
    {
        LibraryId = pupil.LibraryId,
        PatronId = pupil.Id,
        ClassId = schoolClass.Id,
        FromOn = from ?? new DateOnly(schoolClass.StartYear, 9, 5),
    };

    public static LibraryVisit Visit(Library library, DateOnly? on = null, PatronCategory category = PatronCategory.Pupil, int visitors = 1) => new()
    {
        LibraryId = library.Id,
        VisitedOn = on ?? Today,
        Category = category,
        Visitors = visitors,
    };

    private static int Next() => Interlocked.Increment(ref _sequence);
}
