using Platform.Model.Catalogue;
using Platform.Model.Sharing.InterLibrary;

namespace Platform.Model.Tests.Sharing;

/// <summary>An owner's standing conditions, and what they exclude.</summary>
public sealed class LendingTermsTests
{
    private static readonly LendingConditions Conditions = new()
    {
        LibraryId = 1,
        MostDays = 14,
        MostCopies = 2,
        ItemTypes = LendingTerms.Write([ItemType.ReferenceBook, ItemType.ChildrensBook]),
        Pauses = LendingTerms.Write([new LendingPause(new(2026, 12, 14), new(2026, 12, 26))]),
    };

    [Theory]
    [InlineData(ItemType.ReferenceBook, "2026-10-05", "2026-10-19", 1, null)]
    [InlineData(ItemType.ReferenceBook, "2026-10-05", null, 1, null)]
    [InlineData(ItemType.Textbook, "2026-10-05", "2026-10-19", 0, InterLibraryRefusal.TypeNotLent)]
    [InlineData(ItemType.ReferenceBook, "2026-10-05", "2026-10-20", 0, InterLibraryRefusal.TooLong)]
    [InlineData(ItemType.ReferenceBook, "2026-12-13", "2026-12-20", 0, null)]
    [InlineData(ItemType.ReferenceBook, "2026-12-14", "2026-12-20", 0, InterLibraryRefusal.NotLendingNow)]
    [InlineData(ItemType.ReferenceBook, "2026-12-26", "2026-12-30", 0, InterLibraryRefusal.NotLendingNow)]
    [InlineData(ItemType.ReferenceBook, "2026-12-27", "2026-12-30", 0, null)]
    [InlineData(ItemType.ReferenceBook, "2026-10-05", "2026-10-10", 2, InterLibraryRefusal.TooManyOut)]
    public void Loan_IsHeldAgainstEveryCondition(ItemType type, string on, string? dueOn, int copiesOut, InterLibraryRefusal? expected) =>
        LendingTerms.Refuse(Conditions, new LendingCase(type, Day(on), dueOn is null ? null : Day(dueOn), copiesOut)).ShouldBe(expected);

    [Fact]
    public void LibraryWithoutConditions_LendsAnything() =>
        LendingTerms.Refuse(null, new LendingCase(ItemType.Textbook, new(2026, 12, 20), new(2027, 12, 20), 100)).ShouldBeNull();

    [Fact]
    public void Stored_ReadsBack()
    {
        LendingTerms.ReadTypes(Conditions.ItemTypes).ShouldBe([ItemType.ReferenceBook, ItemType.ChildrensBook], ignoreOrder: true);
        Conditions.Pauses.ShouldBe("2026-12-14/2026-12-26");
        LendingTerms.ReadPauses(Conditions.Pauses).ShouldBe([new LendingPause(new(2026, 12, 14), new(2026, 12, 26))]);
        LendingTerms.Write(Array.Empty<ItemType>()).ShouldBeNull();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
