using Platform.Marc;
using Platform.Model.Catalogue.Control;

namespace Platform.Model.Tests.Catalogue;

public sealed class RecordDifferenceTests
{
    [Fact]
    public void Differences_AreAsSmallAsASubfield()
    {
        var before = new MarcRecordBuilder().Data("100", "0#", "aA").Data("245", "10", "aMat biec", "ctác giả").Data("650", "#4", "aToán").Data("650", "#4", "aVăn").Data("700", "0#", "aB").Build();
        var after = new MarcRecordBuilder().Data("100", "0#", "aA").Data("245", "00", "aMắt biếc", "btruyện").Data("650", "#4", "aVăn").Data("700", "0#", "aB").Data("700", "0#", "aC").Build();

        RecordDifference.Between(before, after).Select(d => $"{d.Kind} {d.Path} {d.Before}>{d.After}").ShouldBe(
        [
            "Changed 245[1] 10>00", "Changed 245[1]$a[1] Mat biec>Mắt biếc", "Added 245[1]$b[1] >truyện", "Removed 245[1]$c[1] tác giả>",
            "Removed 650[1] =650   4$aToán>", "Added 700[2] >=700  0 $aC",
        ]);
    }

    [Fact]
    public void SameRecord_HasNone()
    {
        var record = new MarcRecordBuilder().Control("005", "1").Data("245", "10", "aMắt biếc").Build();

        RecordDifference.Between(record, record.WithoutFields("005")).ShouldBeEmpty();
    }
}
