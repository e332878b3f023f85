using System.Globalization;
using System.Xml;
using Platform.Api.Catalogue.Interchange;

namespace Platform.Api.Catalogue.Sru;

/// <summary>A diagnostic of SRU's list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Details">What it is about: the parameter, index or value.</param>
internal sealed record SruDiagnostic(int Number, string Details)
{
    private static readonly Dictionary<int, string> Messages = new()
    {
        [4] = "Unsupported operation",
        [5] = "Unsupported version",
        [6] = "Unsupported parameter value",
        [7] = "Mandatory parameter not supplied",
        [10] = "Query syntax error",
        [12] = "Too many characters in query",
        [15] = "Unsupported context set",
        [16] = "Unsupported index",
        [19] = "Unsupported relation",
        [20] = "Unsupported relation modifier",
        [24] = "Unsupported combination of relation and term",
        [27] = "Empty term unsupported",
        [28] = "Masking character not supported",
        [32] = "Anchoring character not supported",
        [37] = "Unsupported boolean operator",
        [38] = "Too many boolean operators in query",
        [46] = "Unsupported boolean modifier",
        [61] = "First record position out of range",
        [64] = "Record temporarily unavailable",
        [66] = "Unknown schema for retrieval",
        [71] = "Unsupported record packing",
        [80] = "Sort not supported",
        [84] = "Too many sort keys to sort",
        [110] = "Stylesheets not supported",
        [120] = "Response position out of range",
    };

    /// <summary>Writes the diagnostic's element.</summary>
    public void Write(XmlWriter xml, SruVersion version)
    {
        xml.WriteStartElement("diag", "diagnostic", version.DiagnosticNamespace);
        xml.WriteElementString("diag", "uri", version.DiagnosticNamespace, string.Create(CultureInfo.InvariantCulture, $"info:srw/diagnostic/1/{Number}"));
        xml.WriteElementString("diag", "details", version.DiagnosticNamespace, RecordXml.Writable(Details));
        xml.WriteElementString("diag", "message", version.DiagnosticNamespace, Messages[Number]);
        xml.WriteEndElement();
    }
}
