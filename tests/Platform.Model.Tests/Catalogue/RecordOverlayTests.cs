using Platform.Marc;
using Platform.Model.Catalogue.Import;

namespace Platform.Model.Tests.Catalogue;

public sealed class RecordOverlayTests
{
    private static readonly MarcRecord Present = Record("001 hub1", "082 a895", "245 aMat biec", "650 aTruyện", "952 p0001");

    private static readonly MarcRecord Incoming = Record("001 x9", "245 aMắt biếc", "260 c2012", "650 aVăn học", "650 aTruyện", "952 p9999");

    [Fact]
    public void Replace_TakesTheIncomingDescription_AndKeepsProtectedFields() =>
        Shown(RecordOverlay.Replace(Present, Incoming)).ShouldBe("001 hub1 | 245 aMắt biếc | 260 c2012 | 650 aVăn học | 650 aTruyện | 952 p0001");

    [Fact]
    public void Complete_AddsWhatIsLacking_AndChangesNothing() =>
        Shown(RecordOverlay.Complete(Present, Incoming)).ShouldBe("001 hub1 | 082 a895 | 245 aMat biec | 260 c2012 | 650 aTruyện | 650 aVăn học | 952 p0001");

    private static MarcRecord Record(params string[] fields) => MarcRecord.Create(Leader.NewBook, fields.Select(Field));

    private static MarcField Field(string text) => text[..3] == "001"
        ? new ControlField("001", text[4..])
        : new DataField(text[..3], ' ', ' ', new Subfield(text[4], text[5..]));

    private static string Shown(MarcRecord record) => string.Join(" | ", record.Fields.Select(f =>
        f is ControlField control ? $"{f.Tag} {control.Value}" : $"{f.Tag} {string.Concat(((DataField)f).Subfields.Select(s => $"{s.Code}{s.Value}"))}"));
}
