using Platform.Marc;

namespace Platform.Model.Catalogue.Checks;

/// <summary>Whether the record says what other libraries and readers need to find the book.</summary>
internal static class FullnessCheck
{
    private static readonly string[] Authors = ["100", "110", "111", "700", "710", "711"];

    public static IEnumerable<RecordProblem> Of(MarcRecord record)
    {
        if (record.Data("040")?['a'] is null)
            yield return new RecordProblem(
                CatalogueRule.AgencyMissing, ProblemSeverity.Hint, "040", "Chưa ghi cơ quan biên mục (040 $a).", "The cataloguing agency (040 $a) is not said.",
                "Ghi mã thư viện vào 040 $a.", "Enter the library's code in 040 $a.");
        if (!record.Has("082") && !record.Has("084") && !record.Has("080"))
            yield return new RecordProblem(
                CatalogueRule.ClassMissing, ProblemSeverity.Warning, "082", "Chưa có ký hiệu phân loại.", "There is no class number.",
                "Ghi số DDC vào 082 $a.", "Enter the DDC number in 082 $a.");
        if (record.Data("260")?.Values("abc").Any() is not true && record.Data("264")?.Values("abc").Any() is not true)
            yield return new RecordProblem(
                CatalogueRule.PublicationMissing, ProblemSeverity.Warning, "260", "Chưa có thông tin xuất bản.", "There is no statement of publication.",
                "Ghi nơi, nhà và năm xuất bản vào 260 $a $b $c.", "Enter place, publisher and year in 260 $a $b $c.");
        if (!record.Has("300"))
            yield return new RecordProblem(
                CatalogueRule.ExtentMissing, ProblemSeverity.Hint, "300", "Chưa có mô tả vật lý.", "There is no physical description.",
                "Ghi số trang và khổ vào 300 $a $c.", "Enter pages and size in 300 $a $c.");
        if (!record.Fields.Any(f => f.Tag[0] == '6'))
            yield return new RecordProblem(
                CatalogueRule.SubjectMissing, ProblemSeverity.Warning, "650", "Chưa có chủ đề hay từ khóa.", "There is no subject or keyword.",
                "Ghi chủ đề vào 650, từ khóa vào 653.", "Enter subjects in 650, keywords in 653.");
        if (record.Leader.BibliographicLevel != 's' && !record.Fields.Any(f => Authors.Contains(f.Tag)) && record.Data("245")?['c'] is null)
            yield return new RecordProblem(
                CatalogueRule.AuthorMissing, ProblemSeverity.Warning, "100", "Chưa có tác giả hay thông tin trách nhiệm.", "There is no author and no statement of responsibility.",
                "Ghi tác giả vào 100 hoặc 110, hay thông tin trách nhiệm vào 245 $c.", "Enter the author in 100 or 110, or the statement of responsibility in 245 $c.");
    }
}
