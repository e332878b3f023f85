using Platform.Marc;

namespace Platform.Model.Catalogue.Mapping;

/// <summary>Kinds of records by their leader.</summary>
public static class RecordKinds
{
    /// <summary>The kind by leader/06, for text also leader/07.</summary>
    public static RecordKind Of(Leader leader) => leader.RecordType switch
    {
        'a' or 't' => leader.BibliographicLevel is 's' or 'b' or 'i' ? RecordKind.Serial : RecordKind.Text,
        'c' or 'd' => RecordKind.Music,
        'e' or 'f' => RecordKind.Map,
        'g' => RecordKind.Video,
        'i' or 'j' => RecordKind.Sound,
        'k' => RecordKind.Picture,
        'm' => RecordKind.Electronic,
        'o' or 'p' or 'r' => RecordKind.Kit,
        'z' => RecordKind.Authority,
        'u' or 'v' or 'x' or 'y' => RecordKind.Holdings,
        _ => RecordKind.Other,
    };

    /// <summary>Whether the record describes a publication, and so belongs in the union catalogue's search.</summary>
    public static bool IsPublication(this RecordKind kind) => kind is not (RecordKind.Authority or RecordKind.Holdings);
}
