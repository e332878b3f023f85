using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Circulation;
using Platform.Model.Patrons;
using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Metrics;

/// <summary>
/// Loans as lines of the lending registers, on the day of lending; units are copies, the value is 1 for one that came back by the period's end.
/// A reader is a number within the register: what a child reads is not printed with its name (NĐ 56/2017 Đ.33).
/// </summary>
internal static class LoanRegisterFacts
{
    private static readonly FactSource Lines = new("loan-lines", nameof(Loan), [Dimension.ItemType, Dimension.Reader, Dimension.Grade, Dimension.Use]);

    /// <summary>Loans that began in the period, with what became of them by its end.</summary>
    public static FactScan Scan { get; } = new([Lines], ReadAsync);

    private static async Task ReadAsync(FactQuery query, FactBooks books, CancellationToken cancellationToken)
    {
        if (!books.Ask(Lines, out var book))
            return;
        var loans = await query.Db.Loans.AsNoTracking()
            .Where(l => l.LibraryId == query.LibraryId && l.LentOn >= query.Period.FirstOn && l.LentOn <= query.Period.LastOn)
            .OrderBy(l => l.LentOn).ThenBy(l => l.Id)
            .Select(l => new Line(
                l.Id, l.LentOn, l.DueOn, l.ReturnedAt, l.EndedAs, l.Kind, l.PatronId, l.PatronCategory, l.Grade, l.Item.Type, l.Item.RegistrationNumber, l.Item.Record.Title))
            .ToListAsync(cancellationToken);
        var classes = await ClassesAsync(query, cancellationToken);
        var readers = new Dictionary<(long, PatronCategory, int?), string>();
        var numbers = new Dictionary<(PatronCategory, int?), int>();
        foreach (var line in loans)
        {
            var reader = line.PatronId is not { } card ? "–" : NumberOf((card, line.Reader, line.Grade), readers, numbers);
            var className = classes[line.PatronId ?? 0].FirstOrDefault(c => c.FromOn <= line.LentOn && (c.UntilOn is null || line.LentOn <= c.UntilOn))?.Name;
            var isBack = line.BackOn <= query.Period.LastOn;
            book.Add(line.Values(), new Fact(line.Id, line.LentOn, 1, isBack ? 1 : 0, line.ToSubject(query.Period.LastOn, reader, className)));
        }
    }

    // Numbered in the order of the first loan: the register's own numbers, the same for the same loans.
    private static string NumberOf((long Card, PatronCategory Category, int? Grade) reader, Dictionary<(long, PatronCategory, int?), string> readers, Dictionary<(PatronCategory, int?), int> numbers)
    {
        if (readers.TryGetValue(reader, out var known))
            return known;
        var kind = (reader.Category, reader.Grade);
        var number = numbers[kind] = numbers.GetValueOrDefault(kind) + 1;
        return readers[reader] = reader switch
        {
            { Category: PatronCategory.Pupil, Grade: { } grade } => string.Create(CultureInfo.InvariantCulture, $"K{grade}-{number:000}"),
            { Category: PatronCategory.Pupil } => string.Create(CultureInfo.InvariantCulture, $"HS {number:000}"),
            { Category: PatronCategory.Teacher } => string.Create(CultureInfo.InvariantCulture, $"GV {number:00}"),
            { Category: PatronCategory.Staff } => string.Create(CultureInfo.InvariantCulture, $"NV {number:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"BĐ {number:00}"),
        };
    }

    private static async Task<ILookup<long, InClass>> ClassesAsync(FactQuery query, CancellationToken cancellationToken)
    {
        var memberships = await query.Db.ClassMemberships.AsNoTracking()
            .Where(m => m.LibraryId == query.LibraryId && m.FromOn <= query.Period.LastOn && (m.UntilOn == null || m.UntilOn >= query.Period.FirstOn))
            .OrderBy(m => m.FromOn).ThenBy(m => m.Id)
            .Select(m => new InClass(m.PatronId, m.Class.Name, m.FromOn, m.UntilOn))
            .ToListAsync(cancellationToken);
        return memberships.ToLookup(m => m.PatronId);
    }

    private sealed record InClass(long PatronId, string Name, DateOnly FromOn, DateOnly? UntilOn);

    private sealed record Line(
        long Id, DateOnly LentOn, DateOnly DueOn, DateTimeOffset? ReturnedAt, LoanEnd? EndedAs, LoanKind Use, long? PatronId, PatronCategory Reader, int? Grade,
        Model.Catalogue.ItemType Type, string Number, string Title)
    {
        public DateOnly? BackOn => ReturnedAt is { } at ? SchoolTime.DayOf(at) : null;

        public DimensionValues Values() => default(DimensionValues)
            .With(Dimension.ItemType, (byte)Type)
            .With(Dimension.Reader, (byte)Reader)
            .With(Dimension.Grade, (byte)(Grade ?? 0))
            .With(Dimension.Use, (byte)Use);

        // What happened after the period is not known to the register.
        public ListedSubject ToSubject(DateOnly until, string reader, string? className) => new(Number, ShortLabel.Of(Title), new Dictionary<RowText, string>
        {
            [RowText.Reader] = reader,
            [RowText.ClassName] = className ?? (Grade is { } grade ? string.Create(CultureInfo.InvariantCulture, $"Khối {grade}") : ""),
            [RowText.DueDay] = VietnameseFormat.Day(DueOn),
            [RowText.HomeDay] = BackOn <= until ? VietnameseFormat.Day(BackOn.Value) : "",
            [RowText.Condition] = BackOn <= until ? EndedAs is LoanEnd.Lost ? "Mất" : "Đã trả" : DueOn < until ? "Quá hạn" : "Đang mượn",
        });
    }
}
