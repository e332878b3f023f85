using Platform.Model.Catalogue;
using Platform.Model.Circulation;
using Platform.Model.Patrons;

namespace Platform.Model.Tests.Circulation;

/// <summary>Which cell of the matrix decides.</summary>
public sealed class LoanRulesTests
{
    private const PatronCategory Pupil = PatronCategory.Pupil;
    private const ItemType Textbook = ItemType.Textbook;

    private static readonly LoanRule[] Rows =
    [
        Rule(1), Rule(2, category: Pupil), Rule(3, type: Textbook), Rule(4, category: Pupil, type: Textbook),
        Rule(5, group: 7), Rule(6, group: 7, type: Textbook),
        Rule(8, library: 9, category: PatronCategory.Teacher),
    ];

    [Theory]
    [InlineData(PatronCategory.Pupil, ItemType.Textbook, 6, 5, 4, 2, 3, 1)]
    [InlineData(PatronCategory.Pupil, ItemType.Periodical, 5, 2, 1)]
    [InlineData(PatronCategory.Teacher, ItemType.Textbook, 8, 6, 5, 3, 1)]
    [InlineData(PatronCategory.Staff, ItemType.Other, 5, 1)]
    public void Level_ThenCategory_ThenType_Decide(PatronCategory category, ItemType type, params int[] order)
    {
        var rules = new LoanRules(Rows);

        rules.Ranked(category, type).Select(rule => (int)rule.Id).ShouldBe(order);
        rules.For(category, type)!.Id.ShouldBe(order[0]);
    }

    [Fact]
    public void Key_IsTheSameForTheSameCellOnly()
    {
        Rule(1, library: 9, category: Pupil).Key.ShouldBe("L9GC1T");
        Rule(2, group: 9, category: Pupil).Key.ShouldBe("LG9C1T");
        Rows.Select(rule => rule.Key).Distinct().Count().ShouldBe(Rows.Length);
    }

    private static LoanRule Rule(long id, long? library = null, long? group = null, PatronCategory? category = null, ItemType? type = null) =>
        new() { Id = id, LibraryId = library, GroupId = group, PatronCategory = category, ItemType = type, LoanLimit = 5, LoanDays = 14 };
}
