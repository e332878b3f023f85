using Lucene.Net.Index;
using Lucene.Net.Search;
using Platform.Model.Catalogue;

namespace Platform.Storage.Catalogue.Search;

/// <summary>What readers call the registers of copies and the kinds of records.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, ItemType> Registers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SGK"] = ItemType.Textbook,
        ["SNV"] = ItemType.TeacherBook,
        ["STK"] = ItemType.ReferenceBook,
        ["STN"] = ItemType.ChildrensBook,
        ["BTC"] = ItemType.Periodical,
    };

    /// <summary>Records of the type; none for a name that is no type.</summary>
    public static Query Query(string typed)
    {
        var any = new BooleanQuery(disableCoord: true);
        if (Registers.TryGetValue(typed, out var register) || Enum.TryParse(typed, ignoreCase: true, out register))
            any.Add(new TermQuery(new Term(IndexFields.ItemType, register.ToString())), Occur.SHOULD);
        if (Enum.TryParse<RecordKind>(typed, ignoreCase: true, out var kind))
            any.Add(new TermQuery(new Term(IndexFields.Kind, kind.ToString())), Occur.SHOULD);
        return any;
    }
}
