using Platform.Model.Catalogue;
using Platform.Model.Libraries;
using Platform.Model.Sharing;
using Platform.Model.Sharing.Rotation;

namespace Platform.Model.Tests.Sharing;

/// <summary>The small rules around the planner, by table: grades in titles, needs, edits by hand, barcodes.</summary>
public sealed class RotationRuleTests
{
    [Theory]
    [InlineData("Toán 6. Tập 1", 6)]
    [InlineData("Tiếng Việt lớp 3", 3)]
    [InlineData("Ngữ văn 12", 12)]
    [InlineData("Kể chuyện. Tập 2", 0)]
    [InlineData("Tập 1. Toán 7", 7)]
    [InlineData("Bài tập Toán 9", 9)]
    [InlineData("500 bài tập hoá học", 0)]
    [InlineData("Dế Mèn phiêu lưu ký", 0)]
    [InlineData("Cách mạng tháng 8", 8)]
    [InlineData("Lịch sử 1945-1975", 0)]
    public void Grade_IsReadFromTheTitle(string title, int grade) => TitleGrade.Of(title).ShouldBe(grade);

    [Fact]
    public void Needs_AreThePupilsShareOfWhatTheGroupHolds()
    {
        // 60 copies for grade 6 in the group, 100 pupils of grade 6: 0.6 for each. Of 40 pupils 24 are the share, of 60 pupils 36.
        var maths6 = new NeedCell(ItemType.Textbook, 6, "500");
        var stories = new NeedCell(ItemType.ChildrensBook, 0, "800");

        var needs = RotationNeeds.Of(
        [
            new(1, SchoolLevel.LowerSecondary, Pupils((6, 40), (7, 10)), Held((maths6, 50), (stories, 5))),
            new(2, SchoolLevel.LowerSecondary, Pupils((6, 60)), Held((maths6, 10))),
            new(3, SchoolLevel.Primary, Pupils((1, 80)), Held()),
        ]);

        // Stories: 5 copies for the 110 pupils of the lower secondary schools, rounded up: 3 each; the primary school has none at all of its level.
        needs.ShouldBe([new(2, maths6, 26), new(2, stories, 3)]);
    }

    [Theory]
    [InlineData(2, 3, 100, 100, false, null)]
    [InlineData(3, 3, 100, 100, false, RotationRefusal.TooFewCopies)]
    [InlineData(1, 2, 100, 100, false, RotationRefusal.TooFewCopies)]
    [InlineData(2, 3, 1, 100, false, RotationRefusal.OwnerAtMinimum)]
    [InlineData(2, 3, 100, 1, false, RotationRefusal.NoRoom)]
    [InlineData(2, 3, 100, 100, true, RotationRefusal.ReceiverHoldsIt)]
    public void HandOfTheHub_IsBoundByTheSameRules(int copies, int free, int maySend, int room, bool holds, RotationRefusal? refusal) =>
        RotationEdit.Against(new AddedSet(copies, free, maySend, room, holds), new RotationRules()).ShouldBe(refusal);

    [Theory]
    [InlineData("TK.00012", null, "TK.00012")]
    [InlineData("THHB:TK.00012", "THHB", "TK.00012")]
    [InlineData(":TK", null, ":TK")]
    [InlineData("TK:", null, "TK:")]
    public void Barcode_NamesTheSchoolOrNot(string barcode, string? code, string number) => ItemBarcode.Parse(barcode).ShouldBe((code, number));

    private static Dictionary<int, int> Pupils(params (int Grade, int Count)[] grades) => grades.ToDictionary(g => g.Grade, g => g.Count);

    private static Dictionary<NeedCell, int> Held(params (NeedCell Cell, int Count)[] cells) => cells.ToDictionary(c => c.Cell, c => c.Count);
}
