using Platform.Marc;
using Platform.Model.Catalogue.Classification;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Model.Catalogue.Checks;

/// <summary>Whether ISBN, ISSN and class numbers are what they claim to be.</summary>
internal static class NumberCheck
{
    public static IEnumerable<RecordProblem> Of(MarcRecord record) => OfIsbn(record).Concat(OfIssn(record)).Concat(OfDdc(record)).Concat(OfOtherSchemes(record));

    private static IEnumerable<RecordProblem> OfIsbn(MarcRecord record)
    {
        foreach (var (field, path) in MarcPlaces.Of(record, "020"))
            if (field['a'] is { } text && Isbn.Read(text) is null)
                yield return new RecordProblem(
                    CatalogueRule.Isbn, ProblemSeverity.Warning, $"{path}$a[1]", $"'{text}' không phải là ISBN: sai độ dài hoặc số kiểm tra.",
                    $"'{text}' is no ISBN: its length or check digit is wrong.",
                    "Chép lại từ sách; nếu sách in sai thì chuyển sang $z; số thứ tự của hệ thống cũ thuộc về 035.",
                    "Copy it from the book; a number printed wrong belongs in $z, a running number of an old system in 035.");
    }

    private static IEnumerable<RecordProblem> OfIssn(MarcRecord record)
    {
        foreach (var (field, path) in MarcPlaces.Of(record, "022"))
            if (field['a'] is { } text && !IsIssn(text.Trim()))
                yield return new RecordProblem(
                    CatalogueRule.Issn, ProblemSeverity.Warning, $"{path}$a[1]", $"'{text}' không phải là ISSN.", $"'{text}' is no ISSN.",
                    "ISSN có dạng 1234-5679, chữ số cuối là số kiểm tra.", "An ISSN looks like 1234-5679; the last digit checks the others.");
    }

    private static bool IsIssn(string text)
    {
        if (text.Length != 9 || text[4] != '-')
            return false;
        var digits = text.Remove(4, 1);
        if (!digits[..7].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(digits[7]) || digits[7] == 'X'))
            return false;
        var sum = digits.Select((c, i) => (8 - i) * (c == 'X' ? 10 : c - '0')).Sum();
        return sum % 11 == 0;
    }

    private static IEnumerable<RecordProblem> OfDdc(MarcRecord record)
    {
        foreach (var (field, path) in MarcPlaces.Of(record, "082"))
        {
            if (field['a'] is { } text && DdcNumber.Check(text) is { } fault)
                yield return new RecordProblem(
                    CatalogueRule.DdcForm, ProblemSeverity.Warning, $"{path}$a[1]", $"'{text}': {fault.Vietnamese}", $"'{text}': {fault.English}",
                    fault.Repair is { } repair ? $"Có thể là {repair}: xác nhận rồi sửa." : "Sửa theo bảng DDC; ký hiệu của khung phân loại khác chuyển sang 084.",
                    fault.Repair is { } meant ? $"Perhaps {meant}: confirm, then correct." : "Correct it by the DDC tables; a number of another scheme belongs in 084.");
            if (field['2'] is null)
                yield return new RecordProblem(
                    CatalogueRule.DdcEdition, ProblemSeverity.Hint, path, "Chưa ghi ấn bản DDC.", "The edition of the DDC is not said.",
                    "Ghi $2 23 (DDC 23) hoặc $2 14 (bản rút gọn).", "Enter $2 23 (DDC 23) or $2 14 (abridged).");
        }
    }

    private static IEnumerable<RecordProblem> OfOtherSchemes(MarcRecord record)
    {
        foreach (var (field, path) in MarcPlaces.Of(record, "084"))
            if (field['2'] is null)
                yield return new RecordProblem(
                    CatalogueRule.SchemeMissing, ProblemSeverity.Warning, path, "084 chưa ghi khung phân loại.", "084 does not name its scheme.",
                    "Ghi $2, ví dụ bbk (19 lớp) hoặc thpt (bảng phân loại thư viện trường phổ thông).", "Enter $2, for example bbk, or thpt for the school libraries' own scheme.");
    }
}
