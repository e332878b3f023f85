using Platform.Marc;

namespace Platform.Model.Catalogue.Checks;

/// <summary>Whether leader, tags, indicators and subfields are as MARC 21 defines them.</summary>
internal static class FormCheck
{
    private const int FixedLength = 40;

    private static readonly HashSet<string> OnceOnly = ["001", "003", "005", "008"];

    public static IEnumerable<RecordProblem> Of(MarcRecord record) =>
        OfLeader(record.Leader).Concat(OfFixedField(record)).Concat(MarcPlaces.Of(record).SelectMany(p => OfField(p.Field, p.Path, p.Occurrence)));

    private static IEnumerable<RecordProblem> OfLeader(Leader leader)
    {
        if (!"acdnp".Contains(leader.Status, StringComparison.Ordinal))
            yield return Wrong("LDR/05", leader.Status, "acdnp");
        if (!"acdefgijkmoprtuvxyz".Contains(leader.RecordType, StringComparison.Ordinal))
            yield return Wrong("LDR/06", leader.RecordType, "acdefgijkmoprt");
        if (leader.Kind is MarcKind.Bibliographic && !"abcdims".Contains(leader.BibliographicLevel, StringComparison.Ordinal))
            yield return Wrong("LDR/07", leader.BibliographicLevel, "abcdims");

        static RecordProblem Wrong(string path, char found, string allowed) => new(
            CatalogueRule.Leader, ProblemSeverity.Error, path,
            $"Vị trí {path} của đầu biểu chứa '{found}'.", $"Position {path} of the leader holds '{found}'.",
            $"Chọn một trong các mã: {string.Join(", ", allowed.ToCharArray())}.", $"Choose one of the codes {string.Join(", ", allowed.ToCharArray())}.");
    }

    private static IEnumerable<RecordProblem> OfFixedField(MarcRecord record)
    {
        var text = record.Control("008");
        if (text is null)
            yield return new RecordProblem(
                CatalogueRule.FixedField, ProblemSeverity.Warning, "008", "Thiếu trường 008.", "Field 008 is missing.",
                "Lấy trường 008 từ mẫu biên mục của loại tài liệu.", "Take field 008 from the template of the document type.");
        else if (text.Length != FixedLength)
            yield return new RecordProblem(
                CatalogueRule.FixedField, ProblemSeverity.Error, "008", $"Trường 008 có {text.Length} ký tự.", $"Field 008 has {text.Length} characters.",
                "Trường 008 phải có đúng 40 ký tự: thêm hoặc bớt khoảng trống cho đủ.", "Field 008 has exactly 40 characters: fill up or cut blanks.");
    }

    private static IEnumerable<RecordProblem> OfField(MarcField field, string path, int occurrence)
    {
        if (!field.Tag.All(char.IsAsciiDigit))
        {
            yield return new RecordProblem(
                CatalogueRule.Tag, ProblemSeverity.Error, path, $"Nhãn trường '{field.Tag}' không phải là ba chữ số.", $"Tag '{field.Tag}' is not three digits.",
                "Sửa nhãn trường, hoặc xóa trường.", "Correct the tag, or remove the field.");
            yield break;
        }
        var definition = FieldTable.Of(field.Tag);
        if (occurrence > 1 && (OnceOnly.Contains(field.Tag) || definition is { Repeats: false }))
            yield return new RecordProblem(
                CatalogueRule.NotRepeatable, ProblemSeverity.Error, path, $"Trường {field.Tag} chỉ được có một lần.", $"Field {field.Tag} may stand once only.",
                "Gộp nội dung vào trường đầu và xóa trường này.", "Join its content with the first one and remove this field.");
        if (definition is null || field is not DataField data)
            yield break;
        foreach (var problem in OfIndicators(data, definition, path).Concat(OfSubfields(data, definition, path)))
            yield return problem;
    }

    private static IEnumerable<RecordProblem> OfIndicators(DataField field, FieldDefinition definition, string path)
    {
        foreach (var (number, found, allowed) in new[] { (1, field.Indicator1, definition.First), (2, field.Indicator2, definition.Second) })
            if (allowed.Length > 0 && !allowed.Contains(found, StringComparison.Ordinal))
            {
                var shown = string.Join(", ", allowed.Replace(' ', '#').ToCharArray());
                yield return new RecordProblem(
                    CatalogueRule.Indicator, ProblemSeverity.Warning, path,
                    $"Chỉ thị {number} của trường {field.Tag} là '{(found == ' ' ? '#' : found)}'.", $"Indicator {number} of field {field.Tag} is '{(found == ' ' ? '#' : found)}'.",
                    $"Giá trị được phép: {shown}.", $"Allowed are {shown}.");
            }
    }

    private static IEnumerable<RecordProblem> OfSubfields(DataField field, FieldDefinition definition, string path)
    {
        foreach (var (subfield, place, occurrence) in MarcPlaces.Of(field, path))
            if (!definition.Knows(subfield.Code))
                yield return new RecordProblem(
                    CatalogueRule.UnknownSubfield, ProblemSeverity.Warning, place,
                    $"Trường {field.Tag} không có trường con ${subfield.Code}.", $"Field {field.Tag} knows no subfield ${subfield.Code}.",
                    "Chuyển nội dung sang trường con đúng.", "Move the text to the right subfield.");
            else if (occurrence > 1 && definition.Subfields.TryGetValue(subfield.Code, out var repeats) && !repeats)
                yield return new RecordProblem(
                    CatalogueRule.RepeatedSubfield, ProblemSeverity.Warning, place,
                    $"Trường con ${subfield.Code} của trường {field.Tag} chỉ được có một lần.", $"Subfield ${subfield.Code} of field {field.Tag} may stand once only.",
                    "Lập thêm một trường, hoặc gộp nội dung.", "Make another field, or join the texts.");
    }
}
