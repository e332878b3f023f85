using System.Text;
using Platform.Marc;
using Platform.Model.Text;

namespace Platform.Model.Catalogue.Checks;

/// <summary>Whether the texts are composed, visible and without needless blanks.</summary>
internal static class TextCheck
{
    public static IEnumerable<RecordProblem> Of(MarcRecord record) => MarcPlaces.Of(record)
        .Where(p => p.Field is DataField)
        .SelectMany(p => MarcPlaces.Of((DataField)p.Field, p.Path)) // filtered
        .SelectMany(p => OfText(p.Subfield.Value, p.Path));

    private static IEnumerable<RecordProblem> OfText(string text, string path)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new RecordProblem(
                CatalogueRule.EmptySubfield, ProblemSeverity.Warning, path, "Trường con không có nội dung.", "The subfield holds no text.",
                "Nhập nội dung hoặc xóa trường con.", "Enter a text or remove the subfield.");
            yield break;
        }
        if (!text.IsNormalized(NormalizationForm.FormC) || text.Any(c => VietnameseText.IsInvisible(c) || char.IsControl(c)))
            yield return new RecordProblem(
                CatalogueRule.Characters, ProblemSeverity.Hint, path, "Văn bản dùng Unicode tổ hợp hoặc có ký tự không nhìn thấy.", "The text is decomposed or holds characters that cannot be seen.",
                "Chuẩn hóa về Unicode dựng sẵn.", "Normalise it to composed Unicode.");
        else if (VietnameseText.Clean(text) != text)
            yield return new RecordProblem(
                CatalogueRule.Blanks, ProblemSeverity.Hint, path, "Văn bản có khoảng trống thừa.", "The text has needless blanks.",
                "Bỏ khoảng trống ở đầu, ở cuối và khoảng trống liền nhau.", "Remove blanks at both ends and repeated ones.");
    }
}
