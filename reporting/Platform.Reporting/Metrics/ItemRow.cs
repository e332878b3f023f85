using System.Globalization;
using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Reporting.Definitions;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Metrics;

/// <summary>A copy as registers and counts need it.</summary>
internal sealed record ItemRow(
    long Id, long RecordId, string RegistrationNumber, ItemType Type, FundingSource Funding, long? Price, DateOnly AcquiredOn, ItemStatus Status,
    DateOnly? WithdrawnOn, string Title, string? Author, string? Publisher, string? Place, int? Year, string? Ddc, string? Language, string? CallNumber, string? WithdrawalDecision, WithdrawalReason? WithdrawalReason = null, WeedingHandling? WithdrawalHandling = null)
{
    /// <summary>What counts tell the copy apart by.</summary>
    public DimensionValues Values() => default(DimensionValues)
        .With(Dimension.ItemType, (byte)Type)
        .With(Dimension.Funding, (byte)Funding)
        .With(Dimension.ItemStatus, Leaving())
        .With(Dimension.Subject, SubjectOf(Ddc))
        .With(Dimension.Language, (byte)(Language is null or "vie" ? 1 : 2));

    // A written-off copy counts as lost, not as weeded; a transferred one is neither.
    private byte Leaving() => WithdrawalReason switch
    {
        Model.Catalogue.WithdrawalReason.Lost => (byte)ItemStatus.Lost,
        Model.Catalogue.WithdrawalReason.Transferred => DimensionCodes.Transferred,
        _ => (byte)Status,
    };

    private static byte SubjectOf(string? ddc) =>
        ddc is { Length: > 2 } && char.IsAsciiDigit(ddc[0]) && char.IsAsciiDigit(ddc[1]) && char.IsAsciiDigit(ddc[2]) ? (byte)(ddc[0] - '0' + 1) : (byte)0;
}

/// <summary>A copy as the subject of facts; what happened to it after the period is not known to the report.</summary>
/// <param name="Row">The copy.</param>
/// <param name="Until">Last day of the period.</param>
internal sealed record ItemSubject(ItemRow Row, DateOnly Until) : FactSubject(Row.RegistrationNumber, ShortLabel.Of(Row.Title))
{
    internal override long TitleKey => Row.RecordId;

    internal override string TextOf(RowText text) => text switch
    {
        RowText.Author => Row.Author ?? "",
        RowText.Place => Row.Place ?? "",
        RowText.Publisher => Row.Publisher ?? "",
        RowText.Year => Row.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
        RowText.CallNumber => Row.CallNumber ?? Row.Ddc ?? "",
        RowText.Withdrawal => Row.WithdrawnOn <= Until ? $"{Wordings.Leaving(Row.Status, Row.WithdrawalReason)} {(Row.WithdrawalDecision is { } number ? $"QĐ {number} " : "")}{VietnameseFormat.Day(Row.WithdrawnOn.Value)}" : "",
        RowText.Handling => Row.WithdrawnOn <= Until ? Wordings.Handling(Row.WithdrawalReason, Row.WithdrawalHandling) : "",
        _ => "",
    };
}
