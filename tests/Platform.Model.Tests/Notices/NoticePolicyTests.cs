using Platform.Model.Notices;

namespace Platform.Model.Tests.Notices;

/// <summary>When readers are written to, and in which words.</summary>
public sealed class NoticePolicyTests
{
    private static readonly DateOnly Due = new(2026, 10, 19);

    [Theory]
    [InlineData(-3, null)]
    [InlineData(-2, "loan/7/due/20261019")]
    [InlineData(0, "loan/7/due/20261019")]
    [InlineData(1, "loan/7/late/20261019/1")]
    [InlineData(6, "loan/7/late/20261019/1")]
    [InlineData(7, "loan/7/late/20261019/7")]
    [InlineData(400, "loan/7/late/20261019/60")]
    public void Occasion_IsOnePerStep_WhateverTheDayOfTheRun(int daysLate, string? key) =>
        NoticePolicy.OfLoan(7, Due, Due.AddDays(daysLate))?.Key.ShouldBe(key);

    [Fact]
    public void DayBeforeTheFirstNotice_HasNone() => NoticePolicy.OfLoan(7, Due, Due.AddDays(-3)).ShouldBeNull();

    [Fact]
    public void Words_AreFilledIn_AndUnknownPlaceholdersFound()
    {
        var facts = new NoticeFacts("Giàng A Páo", "Dế Mèn", "TK.1", Due, 3, "Trường THCS Mường Sáng");

        NoticeWording.Fill("{ban_doc}: {nhan_de} ({so_dkcb}), {ngay}, {so_ngay} ngày, {thu_vien}", facts).ShouldBe("Giàng A Páo: Dế Mèn (TK.1), 19/10/2026, 3 ngày, Trường THCS Mường Sáng");
        NoticeWording.UnknownIn("{ban_doc} {ten}").ShouldBe("ten");
        foreach (var kind in Enum.GetValues<NoticeKind>())
            NoticeWording.UnknownIn(NoticeWording.Default(kind).Subject + NoticeWording.Default(kind).Body).ShouldBeNull();
    }
}
