using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Model.Catalogue;

namespace Platform.Reporting.Metrics;

/// <summary>Copies as facts: entered, withdrawn, in stock at the period's two ends. Units are copies, the value is the price.</summary>
internal static class ItemFacts
{
    private static readonly Dimension[] Dimensions =
        [Dimension.ItemType, Dimension.Funding, Dimension.ItemStatus, Dimension.Subject, Dimension.Language];

    /// <summary>Copies entered in the register in the period, on their day of entry.</summary>
    public static FactSource Acquisitions { get; } = new("acquisitions", nameof(Item), Dimensions, (query, cancellationToken) =>
        ReadAsync(query, i => i.AcquiredOn >= query.Period.FirstOn && i.AcquiredOn <= query.Period.LastOn, row => row.AcquiredOn, cancellationToken));

    /// <summary>Copies that left the stock in the period, on the day they left.</summary>
    public static FactSource Withdrawals { get; } = new("withdrawals", nameof(Item), Dimensions, (query, cancellationToken) =>
        ReadAsync(query, i => i.WithdrawnOn >= query.Period.FirstOn && i.WithdrawnOn <= query.Period.LastOn, row => row.WithdrawnOn!.Value, cancellationToken)); // the filter has one

    /// <summary>Copies in stock when the period begins.</summary>
    public static FactSource OpeningStock { get; } = new("stock-opening", nameof(Item), Dimensions, (query, cancellationToken) =>
        ReadAsync(query, i => i.AcquiredOn < query.Period.FirstOn && (i.WithdrawnOn == null || i.WithdrawnOn >= query.Period.FirstOn), row => row.AcquiredOn, cancellationToken));

    /// <summary>Copies in stock when the period ends.</summary>
    public static FactSource ClosingStock { get; } = new("stock-closing", nameof(Item), Dimensions, (query, cancellationToken) =>
        ReadAsync(query, i => i.AcquiredOn <= query.Period.LastOn && (i.WithdrawnOn == null || i.WithdrawnOn > query.Period.LastOn), row => row.AcquiredOn, cancellationToken));

    private static async Task<IReadOnlyList<Fact>> ReadAsync(
        FactQuery query, Expression<Func<Item, bool>> belongs, Func<Row, DateOnly> day, CancellationToken cancellationToken)
    {
        var rows = await query.Db.Items.AsNoTracking()
            .Where(i => i.LibraryId == query.LibraryId)
            .Where(belongs)
            .Select(i => new Row(
                i.Id, i.RegistrationNumber, i.Type, i.Funding, i.Price, i.AcquiredOn, i.Status, i.WithdrawnOn,
                i.Record.Title, i.Record.Author, i.Record.Publisher, i.Record.PublicationPlace, i.Record.PublicationYear,
                i.Record.Ddc, i.Record.Language, i.CallNumber))
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(day).ThenBy(row => row.Id).Select(row => row.ToFact(day(row)))];
    }

    private sealed record Row(
        long Id, string RegistrationNumber, ItemType Type, FundingSource Funding, long? Price, DateOnly AcquiredOn, ItemStatus Status, DateOnly? WithdrawnOn,
        string Title, string? Author, string? Publisher, string? Place, int? Year, string? Ddc, string? Language, string? CallNumber)
    {
        public Fact ToFact(DateOnly on) => new(Id, on, 1, Price ?? 0, Values(), new FactSubject(RegistrationNumber, ShortLabel.Of(Title)));

        private DimensionValues Values() => default(DimensionValues)
            .With(Dimension.ItemType, (byte)Type)
            .With(Dimension.Funding, (byte)Funding)
            .With(Dimension.ItemStatus, (byte)Status)
            .With(Dimension.Subject, SubjectOf(Ddc))
            .With(Dimension.Language, (byte)(Language is null or "vie" ? 1 : 2));
    }

    private static byte SubjectOf(string? ddc) =>
        ddc is { Length: > 2 } && char.IsAsciiDigit(ddc[0]) && char.IsAsciiDigit(ddc[1]) && char.IsAsciiDigit(ddc[2]) ? (byte)(ddc[0] - '0' + 1) : (byte)0;
}
