using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Platform.Model.Reporting.Exchange;
using Platform.Reporting.Exchange;

namespace Platform.Reporting.Tests.Exchange;

/// <summary>Batches as JSON and XML, judged by the schemas in <c>schema/ministry</c>.</summary>
public sealed class ExchangeFileTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ExchangeObject Room = new("cosovatchatphonghoc", "TV0001.2026-2027-DN.Phòng thư viện",
    [
        new("matruong", "TV0001"),
        new("mabaocao", "2026-2027-DN"),
        new("noidungtieuchi", "Phòng thư viện"),
        new("soluongtrencap4", 1),
        new("dientichtrencap4", 62.5),
        new("soluongcap4", 0),
        new("dientichcap4", 0.0),
        new("soluongduoicap4", 0),
        new("dientichduoicap4", 0.0),
        new("soluong", 1),
        new("dientich", 62.5),
    ]);

    private static readonly ExchangeObject Lesson = new("hoclieudientu", "TV0001.7",
    [
        new("matruong", "TV0001"),
        new("mahoclieu", "7"),
        new("tenhoclieu", "Phân số <và> \"số thập phân\""),
        new("loai", "BAIGIANG"),
        new("monhoc", "Toán"),
        new("khoitu", 5),
        new("khoiden", 5),
        new("mucchiase", "Download"),
        new("giayphep", "CcBy"),
        new("ngaydonggop", new DateOnly(2026, 10, 1)),
        new("duoctinh", true),
    ]);

    private static readonly ExchangeBatch Batch = new("TV0001", "2026-2027-DN", A.Noon,
    [
        new(new ExchangeStep(Room.Object, Room.RecordId, ExchangeEvent.New, 1, ""), Room),
        new(new ExchangeStep(Lesson.Object, Lesson.RecordId, ExchangeEvent.Update, 4, ""), Lesson),
        new(new ExchangeStep("hoclieudientu", "TV0001.3", ExchangeEvent.Cancel, 2, ""), null),
    ]);

    [Fact]
    public void Json_IsAsRead_AndFitsItsSchema()
    {
        var bytes = ExchangeJson.Write(Batch);

        ExchangeSchemas.FaultsOf(ExchangeSchemas.JsonMediaType, bytes).ShouldBeEmpty();
        Golden.Match(Pretty(bytes), "tests/Platform.Reporting.Tests/Exchange/Golden/batch.json");
    }

    [Fact]
    public void Xml_IsAsRead_AndFitsItsSchema()
    {
        var bytes = ExchangeXml.Write(Batch);

        ExchangeSchemas.FaultsOf(ExchangeSchemas.XmlMediaType, bytes).ShouldBeEmpty();
        Golden.Match(Encoding.UTF8.GetString(bytes), "tests/Platform.Reporting.Tests/Exchange/Golden/batch.xml");
    }

    [Theory]
    [InlineData("\"phienban\":1,", "\"phienban\":0,", "/banghi/0/phienban is below 1")]
    [InlineData("\"sukien\":\"UPdate\"", "\"sukien\":\"UPDATE\"", "/banghi/1/sukien is none of")]
    [InlineData("T12:00:00\"", "T12:00:00Z\"", "/banghi/0/thoigiancapnhat does not fit")]
    [InlineData("\"soluong\":1,", "", "/banghi/0/dulieu: 'soluong' is missing")]
    [InlineData("\"soluong\":1,", "\"soluong\":1.5,", "/banghi/0/dulieu/soluong is no integer")]
    [InlineData("\"soluong\":1,", "\"soluong\":1,\"hieutruong\":\"x\",", "/banghi/0/dulieu/hieutruong is not known")]
    [InlineData("\"matruong\":\"TV0001\"", "\"matruong\":\"123456789012345678901\"", "/banghi/0/dulieu/matruong is longer than 20")]
    [InlineData("\"sukien\":\"CANCEL\"", "\"sukien\":\"NEW\"", "/banghi/2: 'dulieu' is missing")]
    [InlineData("\"sukien\":\"NEW\"", "\"sukien\":\"CANCEL\"", "/banghi/0 has what it must not have")]
    [InlineData("\"phienbanluocdo\":1", "\"phienbanluocdo\":2", "/phienbanluocdo is not 1")]
    [InlineData("]}", "]", "depth")]
    public void FaultyJson_IsRefused_WithThePlace(string part, string faulty, string fault)
    {
        var text = Replaced(Encoding.UTF8.GetString(ExchangeJson.Write(Batch)), part, faulty);

        ExchangeSchemas.FaultsOf(ExchangeSchemas.JsonMediaType, Encoding.UTF8.GetBytes(text)).ShouldContain(one => one.Contains(fault));
    }

    [Theory]
    [InlineData("<phienban>1</phienban>", "<phienban>0</phienban>")]
    [InlineData("<sukien>UPdate</sukien>", "<sukien>UPDATE</sukien>")]
    [InlineData("T12:00:00<", "T12:00:00Z<")]
    [InlineData("<soluong>1</soluong>", "")]
    [InlineData("<soluong>1</soluong>", "<soluong>1.5</soluong>")]
    [InlineData("<soluong>1</soluong>", "<soluong>1</soluong><hieutruong>x</hieutruong>")]
    [InlineData("<matruong>TV0001", "<matruong>123456789012345678901")]
    [InlineData("phienbanluocdo=\"1\"", "phienbanluocdo=\"2\"")]
    [InlineData("urn:platform:exchange:1", "urn:platform:exchange:9")]
    [InlineData("<lo ", "<!DOCTYPE lo [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><lo ")]
    [InlineData("</lo>", "")]
    public void FaultyXml_IsRefused(string part, string faulty)
    {
        var text = Replaced(Encoding.UTF8.GetString(ExchangeXml.Write(Batch)), part, faulty);

        ExchangeSchemas.FaultsOf(ExchangeSchemas.XmlMediaType, Encoding.UTF8.GetBytes(text)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Catalogue_AndBothSchemas_NameTheSameFields()
    {
        using var catalogue = Read("objects.json");
        using var json = Read("exchange.schema.json");
        var xsd = XDocument.Load(PathOf("exchange.xsd"));
        XNamespace xs = "http://www.w3.org/2001/XMLSchema";

        foreach (var one in catalogue.RootElement.GetProperty("objects").EnumerateArray())
        {
            var name = one.GetProperty("object").GetString()!;
            string[] fields = [.. one.GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()!)];
            string[] required = [.. one.GetProperty("fields").EnumerateArray().Where(f => f.GetProperty("required").GetBoolean()).Select(f => f.GetProperty("name").GetString()!)];
            var definition = json.RootElement.GetProperty("$defs").GetProperty(name);
            var elements = xsd.Root!.Elements(xs + "complexType").Single(t => t.Attribute("name")!.Value == name).Descendants(xs + "element").ToList();

            definition.GetProperty("properties").EnumerateObject().Select(p => p.Name).ShouldBe(fields);
            definition.GetProperty("required").EnumerateArray().Select(p => p.GetString()).ShouldBe(required);
            elements.Select(e => e.Attribute("name")!.Value).ShouldBe(fields);
            elements.Where(e => e.Attribute("minOccurs") is null).Select(e => e.Attribute("name")!.Value).ShouldBe(required);
            one.GetProperty("source").GetString().ShouldNotBeNullOrWhiteSpace();
            one.GetProperty("confirmed").GetBoolean().ShouldBeFalse("nothing was confirmed by the Ministry");
        }
    }

    [Fact]
    public void SchemaWithAKeywordThatIsNotChecked_IsRefused() =>
        Should.Throw<NotSupportedException>(() => JsonSchema.Parse(new MemoryStream("""{"properties":{"a":{"uniqueItems":true}}}"""u8.ToArray())));

    private static string Replaced(string text, string part, string with)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"'{part}' is not in the file");
        return string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + part.Length));
    }

    private static string Pretty(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Readable);
    }

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(PathOf(file)));

    private static string PathOf(string file) => Path.Combine(SharedData.ProjectRoot, "schema", "ministry", "exchange", "v1", file);
}
