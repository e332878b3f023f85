using Microsoft.EntityFrameworkCore;
using Platform.Model;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Reporting.Metrics;

/// <summary>Loans as facts, on the day of lending. What is counted was copied to the loan then, so the counts outlive the link to the person.</summary>
internal static class LoanFacts
{
    /// <summary>Loans that began in the period, to take home or to read in the library.</summary>
    public static FactSource Loans { get; } = new(
        "loans", nameof(Loan), [Dimension.ItemType, Dimension.Reader, Dimension.Grade, Dimension.Use], ReadAsync);

    /// <summary>Loans that are overdue when the period ends, whenever they began; on the day of lending.</summary>
    public static FactSource Overdue { get; } = new(
        "loans-overdue", nameof(Loan), [Dimension.ItemType, Dimension.Reader, Dimension.Grade, Dimension.Use],
        (query, cancellationToken) =>
        {
            var over = SchoolTime.StartOf(query.Period.LastOn.AddDays(1));
            return ReadAsync(
                query,
                query.Db.Loans.AsNoTracking().Where(l => l.LibraryId == query.LibraryId
                    && l.LentOn <= query.Period.LastOn && l.DueOn < query.Period.LastOn && (l.ReturnedAt == null || l.ReturnedAt >= over)),
                cancellationToken);
        });

    private static Task<IReadOnlyList<Fact>> ReadAsync(FactQuery query, CancellationToken cancellationToken) => ReadAsync(
        query,
        query.Db.Loans.AsNoTracking().Where(l => l.LibraryId == query.LibraryId && l.LentOn >= query.Period.FirstOn && l.LentOn <= query.Period.LastOn),
        cancellationToken);

    private static async Task<IReadOnlyList<Fact>> ReadAsync(FactQuery query, IQueryable<Loan> loans, CancellationToken cancellationToken)
    {
        var subjects = await SubjectsAsync(query, loans, cancellationToken);
        var rows = await loans
            .OrderBy(l => l.LentOn).ThenBy(l => l.Id)
            .Select(l => new Row(l.Id, l.ItemId, l.LentOn, l.Kind, l.PatronCategory, l.Grade, l.ItemType))
            .ToListAsync(cancellationToken);
        var facts = new Fact[rows.Count];
        for (var i = 0; i < facts.Length; i++)
            facts[i] = rows[i].ToFact(subjects[rows[i].ItemId]);
        return facts;
    }

    // The copy's number and title are read once for each copy, not for each of its loans.
    private static async Task<Dictionary<long, FactSubject>> SubjectsAsync(FactQuery query, IQueryable<Loan> loans, CancellationToken cancellationToken)
    {
        var items = await query.Db.Items.AsNoTracking()
            .Where(i => i.LibraryId == query.LibraryId || loans.Any(l => l.ItemId == i.Id))
            .Select(i => new { i.Id, i.RegistrationNumber, i.Record.Title })
            .ToListAsync(cancellationToken);
        return items.ToDictionary(i => i.Id, i => new FactSubject(i.RegistrationNumber, ShortLabel.Of(i.Title)));
    }

    private readonly record struct Row(long Id, long ItemId, DateOnly LentOn, LoanKind Kind, PatronCategory Reader, int? Grade, ItemType ItemType)
    {
        public Fact ToFact(FactSubject subject) => new(Id, LentOn, 1, 0, Values(), subject);

        private DimensionValues Values() => default(DimensionValues)
            .With(Dimension.ItemType, (byte)ItemType)
            .With(Dimension.Reader, (byte)Reader)
            .With(Dimension.Grade, (byte)(Grade ?? 0))
            .With(Dimension.Use, (byte)Kind);
    }
}
