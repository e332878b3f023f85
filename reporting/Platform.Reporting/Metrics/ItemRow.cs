using System.Globalization;
using Platform.Model.Catalogue;
using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Metrics;

/// <summary>A copy as registers and counts need it.</summary>
internal sealed record ItemRow(
    long Id, long RecordId, string RegistrationNumber, ItemType Type, FundingSource Funding, long? Price, DateOnly AcquiredOn, ItemStatus Status,
    DateOnly? WithdrawnOn, string Title, string? Author, string? Publisher, string? Place, int? Year, string? Ddc, string? Language, string? CallNumber)
{
    /// <summary>The copy as a fact of a day; what happened to it after the period is not known to the report.</summary>
    public Fact ToFact(DateOnly on, DateOnly until) =>
        new(Id, on, 1, Price ?? 0, Values(), new FactSubject(RegistrationNumber, ShortLabel.Of(Title)) { Texts = Texts(until) });

    /// <summary>The title behind the copy.</summary>
    public Fact ToTitle() =>
        new(RecordId, AcquiredOn, 1, 0, default(DimensionValues).With(Dimension.ItemType, (byte)Type), new FactSubject(null, ShortLabel.Of(Title)));

    private DimensionValues Values() => default(DimensionValues)
        .With(Dimension.ItemType, (byte)Type)
        .With(Dimension.Funding, (byte)Funding)
        .With(Dimension.ItemStatus, (byte)Status)
        .With(Dimension.Subject, SubjectOf(Ddc))
        .With(Dimension.Language, (byte)(Language is null or "vie" ? 1 : 2));

    private Dictionary<string, string> Texts(DateOnly until) => new(StringComparer.Ordinal)
    {
        [nameof(RowText.Author)] = Author ?? "",
        [nameof(RowText.Place)] = Place ?? "",
        [nameof(RowText.Publisher)] = Publisher ?? "",
        [nameof(RowText.Year)] = Year?.ToString(CultureInfo.InvariantCulture) ?? "",
        [nameof(RowText.CallNumber)] = CallNumber ?? Ddc ?? "",
        [nameof(RowText.Withdrawal)] = WithdrawnOn <= until ? $"{Wordings.Leaving(Status)} {VietnameseFormat.Day(WithdrawnOn.Value)}" : "",
    };

    private static byte SubjectOf(string? ddc) =>
        ddc is { Length: > 2 } && char.IsAsciiDigit(ddc[0]) && char.IsAsciiDigit(ddc[1]) && char.IsAsciiDigit(ddc[2]) ? (byte)(ddc[0] - '0' + 1) : (byte)0;
}
