using FsCheck;
using FsCheck.Fluent;

namespace Platform.Marc.Tests;

/// <summary>What holds for any record and any bytes.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Pieces =
        ["a", "Nguyễn", "Nguyễn".Normalize(System.Text.NormalizationForm.FormD), " ", "$", "\\", "{", "}", "&", "<", ">", "\"", "'", "&#x41;", "汉字", "📚", "é", "]]>", "{dollar}", "=LDR", ",", "1"];

    [Theory]
    [InlineData(MarcFormat.Iso2709)]
    [InlineData(MarcFormat.MarcXml)]
    [InlineData(MarcFormat.Json)]
    [InlineData(MarcFormat.Mrk)]
    public void AnyRecord_ComesBackFromEveryFormat(MarcFormat format)
    {
        Prop.ForAll(Records().ToArbitrary(), record =>
        {
            // Reading from memory completes at once.
            var written = A.Written(format, record, record).GetAwaiter().GetResult();
            var readings = A.Reading(written).GetAwaiter().GetResult();
            return readings.Count == 2 && readings.All(r => r.Problems.Count == 0 && record.Equals(r.Record));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AnyRecord_ComesBackFromItsStoredForm()
    {
        Prop.ForAll(Records().ToArbitrary(), record =>
        {
            var stored = record.ToStored();
            return MarcRecord.ReadOne(stored.Bytes, stored.Format).Equals(record);
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<MarcRecord> Records() =>
        from fields in Gen.NonEmptyListOf(Gen.OneOf(ControlFields(), DataFields()))
        select MarcRecord.Create(Leader.NewBook, fields.DistinctBy(f => f.Tag == "001" ? "001" : Guid.NewGuid().ToString()));

    private static Gen<MarcField> ControlFields() =>
        from tag in Gen.Elements("001", "003", "005", "008")
        from text in Texts()
        select (MarcField)new ControlField(tag, text);

    private static Gen<MarcField> DataFields() =>
        from tag in Gen.Elements("020", "100", "245", "650", "952")
        from indicator in Gen.Elements(' ', '0', '1', '4')
        from subfields in Gen.NonEmptyListOf(from code in Gen.Elements('a', 'b', 'z', '9') from text in Texts() select new Subfield(code, text))
        select (MarcField)new DataField(tag, indicator, ' ', subfields);

    private static Gen<string> Texts() => Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Concat(pieces));
}
