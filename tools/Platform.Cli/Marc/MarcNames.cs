using Platform.Marc;

namespace Platform.Cli.Marc;

/// <summary>What formats and encodings are called on the command line.</summary>
internal static class MarcNames
{
    public static MarcFormat? Format(string name, Action<string> refuse)
    {
        switch (name)
        {
            case "marc":
                return MarcFormat.Iso2709;
            case "marcxml":
                return MarcFormat.MarcXml;
            case "json":
                return MarcFormat.Json;
            case "mrk":
                return MarcFormat.Mrk;
            default:
                refuse($"'{name}' is no format: marc, marcxml, json or mrk.");
                return null;
        }
    }

    public static MarcCharset Charset(string name, Action<string> refuse)
    {
        switch (name)
        {
            case "auto":
                return MarcCharset.Auto;
            case "utf-8":
                return MarcCharset.Utf8;
            case "marc-8":
                return MarcCharset.Marc8;
            case "tcvn3":
                return MarcCharset.Tcvn3;
            case "vni":
                return MarcCharset.Vni;
            case "viscii":
                return MarcCharset.Viscii;
            case "cp1258":
                return MarcCharset.Cp1258;
            default:
                refuse($"'{name}' is no encoding: auto, utf-8, marc-8, tcvn3, vni, viscii or cp1258.");
                return MarcCharset.Auto;
        }
    }
}
