using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Platform.Marc.Tests.Goldens;

/// <summary>What a majority of peers reads in a file, record by record; null where there is no majority.</summary>
internal static class GoldenFile
{
    public static List<string?> Read(string path)
    {
        using var zipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var collection = XDocument.Load(zipped, LoadOptions.PreserveWhitespace).Root!; // a golden always has its root
        var records = new List<string?>();
        foreach (var node in collection.Nodes())
            if (node is XComment)
                records.Add(null);
            else if (node is XElement record)
                records.Add(Canonical(record));
        return records;
    }

    private static string Canonical(XElement record)
    {
        var text = new StringBuilder();
        foreach (var element in record.Elements())
            text.Append(Line(element)).Append('\n');
        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Line(XElement element) => element.Name.LocalName switch
    {
        "leader" => $"<leader>{CanonicalText.Masked(element.Value)}</leader>",
        "controlfield" => $"{element.Attribute("tag")?.Value} {element.Value}",
        _ => $"{element.Attribute("tag")?.Value} {element.Attribute("ind1")?.Value}{element.Attribute("ind2")?.Value}"
            + string.Concat(element.Elements().Select(s => $"${s.Attribute("code")?.Value}{s.Value}")),
    };
}
