using Platform.Model.Catalogue;
using Platform.Reporting.Definitions;
using Platform.Reporting.Metrics;

namespace Platform.Reporting.Tests.Metrics;

/// <summary>What the accession register (S-02) says of a copy that left the stock.</summary>
public sealed class WithdrawalTextTests
{
    private static readonly DateOnly LeftOn = new(2026, 10, 5);

    [Theory]
    [InlineData(ItemStatus.Withdrawn, "12/QĐ-THCS", "Đã thanh lọc QĐ 12/QĐ-THCS 05/10/2026")]
    [InlineData(ItemStatus.Withdrawn, null, "Đã thanh lọc 05/10/2026")]
    [InlineData(ItemStatus.Lost, null, "Mất 05/10/2026")]
    public void CopyThatLeft_IsNotedWithItsDecision(ItemStatus status, string? decision, string expected) =>
        TextOf(status, decision, until: LeftOn).ShouldBe(expected);

    [Fact]
    public void PeriodThatEndedBefore_KnowsNothingOfIt() => TextOf(ItemStatus.Withdrawn, "12/QĐ-THCS", until: LeftOn.AddDays(-1)).ShouldBe("");

    private static string TextOf(ItemStatus status, string? decision, DateOnly until) => new ItemSubject(
        new ItemRow(1, 1, "TK.00001", ItemType.ReferenceBook, FundingSource.Budget, 25_000, A.Today.AddYears(-1), status, LeftOn, "Dế Mèn phiêu lưu ký", "Tô Hoài", null, null, null, null, null, null, decision),
        until).TextOf(RowText.Withdrawal);
}
