using System.Globalization;
using Platform.Model.Sharing;

namespace Platform.Model.Tests.Sharing;

/// <summary>Who may join, leave and lead a group, by table.</summary>
public sealed class GroupPolicyTests
{
    private static readonly LibraryGroup Group = new() { Code = "N", Name = "Nhóm", AgreedOn = Day(2024, 12, 6), EndsOn = Day(2030, 12, 31) };

    [Theory]
    [InlineData("2024-12-05", GroupRefusal.OutsideAgreement)]
    [InlineData("2024-12-06", null)]
    [InlineData("2030-12-31", null)]
    [InlineData("2031-01-01", GroupRefusal.OutsideAgreement)]
    public void Joining_IsPossibleInTheDaysOfTheAgreement(string on, GroupRefusal? refusal) =>
        GroupPolicy.AgainstJoining(Group, [], DateOnly.Parse(on, CultureInfo.InvariantCulture)).ShouldBe(refusal);

    [Theory]
    [InlineData(null, GroupRefusal.AlreadyMember)]
    [InlineData("2026-10-05", GroupRefusal.AlreadyMember)]
    [InlineData("2026-10-04", null)]
    public void Joining_Again_IsPossibleAfterTheFormerMembership(string? leftOn, GroupRefusal? refusal) =>
        GroupPolicy.AgainstJoining(Group, [Member(leftOn: leftOn)], Day(2026, 10, 5)).ShouldBe(refusal);

    [Fact]
    public void Leaving_WaitsUntilEverythingIsHome()
    {
        GroupPolicy.AgainstLeaving(Member(), Day(2026, 10, 5), moving: 1).ShouldBe(GroupRefusal.StillMoving);
        GroupPolicy.AgainstLeaving(Member(), Day(2026, 10, 5), moving: 0).ShouldBeNull();
        GroupPolicy.AgainstLeaving(Member(), Day(2024, 12, 5), moving: 0).ShouldBe(GroupRefusal.BeforeJoining);
        GroupPolicy.AgainstLeaving(Member(leftOn: "2026-01-01"), Day(2026, 10, 5), moving: 0).ShouldBe(GroupRefusal.NotAMember);
        GroupPolicy.AgainstLeaving(Member(isHub: true), Day(2026, 10, 5), moving: 0).ShouldBe(GroupRefusal.HubStays);
    }

    [Fact]
    public void Leading_IsForAnotherMember()
    {
        GroupPolicy.AgainstLeading(null).ShouldBe(GroupRefusal.NotAMember);
        GroupPolicy.AgainstLeading(Member(isHub: true)).ShouldBe(GroupRefusal.AlreadyHub);
        GroupPolicy.AgainstLeading(Member()).ShouldBeNull();
    }

    [Theory]
    [InlineData(-15, null)]
    [InlineData(-14, -14)]
    [InlineData(-4, -14)]
    [InlineData(-3, -3)]
    [InlineData(0, -3)]
    [InlineData(1, 1)]
    [InlineData(21, 15)]
    [InlineData(36, 29)]
    [InlineData(37, null)]
    public void Reminders_ComeBeforeAndAfterTheDay(int days, int? step) =>
        ReminderPolicy.StepOn(Day(2026, 10, 5), Day(2026, 10, 5).AddDays(days)).ShouldBe(step);

    private static Membership Member(bool isHub = false, string? leftOn = null) => new()
    {
        LibraryId = 1,
        IsHub = isHub,
        JoinedOn = Day(2024, 12, 6),
        LeftOn = leftOn is null ? null : DateOnly.Parse(leftOn, CultureInfo.InvariantCulture),
    };

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}
