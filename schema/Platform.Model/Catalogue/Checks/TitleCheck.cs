using Platform.Marc;
using Platform.Model.Catalogue.Naming;

namespace Platform.Model.Catalogue.Checks;

/// <summary>Whether title and main entry are there and agree, and hold one thing each.</summary>
internal static class TitleCheck
{
    private static readonly string[] MainEntries = ["100", "110", "111", "130"];

    public static IEnumerable<RecordProblem> Of(MarcRecord record) => OfTitle(record).Concat(OfMainEntry(record)).Concat(OfNames(record));

    private static IEnumerable<RecordProblem> OfTitle(MarcRecord record)
    {
        var (title, path) = MarcPlaces.Of(record, "245").FirstOrDefault();
        if (title?['a'] is not { } text || string.IsNullOrWhiteSpace(text))
        {
            yield return new RecordProblem(
                CatalogueRule.TitleMissing, ProblemSeverity.Error, "245", "Biểu ghi không có nhan đề.", "The record has no title.",
                "Nhập nhan đề chính vào 245 $a.", "Enter the title proper in 245 $a.");
            yield break;
        }
        if (TitleParts.Read(title) is { IsChange: true } parts)
            yield return new RecordProblem(
                CatalogueRule.TitleUnparted, ProblemSeverity.Warning, $"{path}$a[1]",
                $"245 $a chứa nhiều phần của nhan đề: '{text}'.", $"245 $a holds several parts of the title: '{text}'.",
                $"Tách thành: {parts.Over(title)}", $"Part it: {parts.Over(title)}");
    }

    private static IEnumerable<RecordProblem> OfMainEntry(MarcRecord record)
    {
        var entries = record.Fields.Where(f => MainEntries.Contains(f.Tag)).Select(f => f.Tag).Distinct().ToList();
        if (entries.Count > 1)
            yield return new RecordProblem(
                CatalogueRule.TwoMainEntries, ProblemSeverity.Error, $"{entries[1]}[1]", $"Biểu ghi có nhiều tiêu đề chính: {string.Join(", ", entries)}.",
                $"The record has several main entries: {string.Join(", ", entries)}.", "Giữ một tiêu đề chính, chuyển tiêu đề kia sang 7XX.", "Keep one main entry and make the other an added entry (7XX).");
        if (record.Data("245") is not { } title || title.Indicator1 is not ('0' or '1'))
            yield break;
        var expected = entries.Count > 0 ? '1' : '0';
        if (title.Indicator1 != expected)
            yield return new RecordProblem(
                CatalogueRule.TitleAddedEntry, ProblemSeverity.Hint, "245[1]",
                $"Chỉ thị 1 của 245 là {title.Indicator1} nhưng biểu ghi {(entries.Count > 0 ? "có" : "không có")} tiêu đề chính.",
                $"Indicator 1 of 245 is {title.Indicator1}, but the record has {(entries.Count > 0 ? "a" : "no")} main entry.",
                $"Đặt chỉ thị 1 là {expected}.", $"Set indicator 1 to {expected}.");
    }

    private static IEnumerable<RecordProblem> OfNames(MarcRecord record)
    {
        foreach (var tag in new[] { "100", "700" })
            foreach (var (field, path) in MarcPlaces.Of(record, tag))
                if (field['a'] is { } text && NameStatement.Read(text) is { HasSeveralOrRoles: true } statement)
                    yield return new RecordProblem(
                        CatalogueRule.NamesUnparted, ProblemSeverity.Warning, $"{path}$a[1]",
                        $"{tag} $a chứa nhiều tên hoặc vai trò: '{text}'.", $"{tag} $a holds several names or roles: '{text}'.",
                        $"Tách thành: {string.Join("; ", statement.Names)}", $"Part it: {string.Join("; ", statement.Names)}");
    }
}
