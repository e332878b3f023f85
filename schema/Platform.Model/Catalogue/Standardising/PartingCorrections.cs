using Platform.Marc;
using Platform.Model.Catalogue.Naming;

namespace Platform.Model.Catalogue.Standardising;

/// <summary>Corrections that part what stands together in one subfield: to be confirmed by a person.</summary>
internal static class PartingCorrections
{
    private static readonly NameRole[] MainEntries = [NameRole.Author, NameRole.ChiefEditor, NameRole.Editor, NameRole.CoEditor, NameRole.Compiler, NameRole.ProjectLeader];

    /// <summary>The first responsible name in 100 or 110, the others in 700 or 710 with their roles, the whole statement in 245 $c; the number of a standard in 024.</summary>
    public static Correction? Names(MarcRecord record)
    {
        if (record.Data("100") is not { } field || field['a'] is not { } text || NameStatement.Read(text) is not { HasSeveralOrRoles: true } statement)
            return null;
        var rest = record.Fields.Where(f => f != (MarcField)field).ToList();
        if (statement.Standard is { } standard)
            return new Correction(Corrections.Ordered(record, [.. rest.Select(f => Title(f, hasMainEntry: false, null)), new DataField("024", '8', ' ', new Subfield('a', standard))]), "Số hiệu tiêu chuẩn không phải là tác giả.");
        var main = statement.Names.Count > 0 && statement.Names[0].Roles.Any(MainEntries.Contains) ? statement.Names[0] : null;
        var entries = statement.Names.Select(name => Entry(name, isMain: name == main));
        var title = rest.Select(f => Title(f, main is not null, statement.Text));
        return new Correction(Corrections.Ordered(record, [.. title, .. entries]), statement.Names.Count == 0 ? "Không có tên tác giả." : null);
    }

    public static Correction? Title(MarcRecord record)
    {
        if (record.Data("245") is not { } field || TitleParts.Read(field) is not { IsChange: true } parts)
            return null;
        var fields = record.Fields.Select(f => f == (MarcField)field ? parts.Over(field) : f).ToList();
        if (parts.Edition is { } edition && !record.Has("250"))
            fields.Add(new DataField("250", ' ', ' ', new Subfield('a', edition)));
        return new Correction(Corrections.Ordered(record, fields));
    }

    private static DataField Entry(StatedName name, bool isMain)
    {
        var (tag, indicator) = name.Kind is NameKind.Body ? (isMain ? "110" : "710", '2') : (isMain ? "100" : "700", '0');
        var terms = name.Terms.ToList();
        return new DataField(tag, indicator, ' ', [new Subfield('a', name.Name + (terms.Count > 0 ? "," : "")), .. terms.Select(term => new Subfield('e', term))]);
    }

    private static MarcField Title(MarcField field, bool hasMainEntry, string? responsibility)
    {
        if (field is not DataField { Tag: "245" } title)
            return field;
        var subfields = title.Subfields.ToList();
        if (responsibility is not null && title['c'] is null && subfields.Count > 0)
        {
            subfields[^1] = subfields[^1] with { Value = subfields[^1].Value.TrimEnd(' ', '/') + " /" };
            subfields.Add(new Subfield('c', responsibility));
        }
        return new DataField("245", hasMainEntry ? '1' : '0', title.Indicator2 == ' ' ? '0' : title.Indicator2, subfields);
    }
}
