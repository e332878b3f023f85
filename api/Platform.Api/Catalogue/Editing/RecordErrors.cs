using Platform.Api.GraphQL.Mutations;
using Platform.Model.Catalogue.Checks;

namespace Platform.Api.Catalogue.Editing;

/// <summary>The record breaks rules that every saved record keeps.</summary>
/// <param name="Problems">Every problem of the record: the errors stand in the way.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record RecordInvalid(IReadOnlyList<RecordProblem> Problems, string Vietnamese, string English) : MutationError("RECORD_INVALID", Vietnamese, English)
{
    /// <summary>The error for these problems; null when none of them stands in the way.</summary>
    public static RecordInvalid? Of(IReadOnlyList<RecordProblem> problems)
    {
        var errors = problems.Where(p => p.Severity is ProblemSeverity.Error).ToList();
        return errors.Count == 0 ? null : new RecordInvalid(
            problems, $"Biểu ghi có {errors.Count} lỗi: {errors[0].Path}: {errors[0].Vietnamese}", $"The record has {errors.Count} errors: {errors[0].Path}: {errors[0].English}");
    }
}

/// <summary>The catalogue has the publication already.</summary>
/// <param name="RecordId">Global id of the record that is there.</param>
/// <param name="Reason">What speaks for it being the same, in English.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record DuplicateRecord(string RecordId, string Reason, string Vietnamese, string English) : MutationError("DUPLICATE_RECORD", Vietnamese, English)
{
    public static DuplicateRecord Of(long recordId, string title, string reason) => new(
        GraphQL.Reading.GlobalId.Of(nameof(Model.Catalogue.BibliographicRecord), recordId), reason,
        $"Mục lục liên hợp đã có biểu ghi '{title}': hãy dùng lại biểu ghi đó, hoặc xác nhận là tài liệu khác.",
        $"The union catalogue has '{title}' already: use that record, or confirm that this is another publication.");
}

/// <summary>Something hangs on the record, so it stays.</summary>
/// <param name="Items">Copies, withdrawn ones included.</param>
/// <param name="Holds">Active holds.</param>
/// <param name="InterLibraryLoans">Open loans between libraries.</param>
/// <param name="EResources">E-resources of the same work.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record RecordInUse(int Items, int Holds, int InterLibraryLoans, int EResources, string Vietnamese, string English)
    : MutationError("RECORD_IN_USE", Vietnamese, English)
{
    public static RecordInUse Of(int items, int holds, int loans, int resources) => new(
        items, holds, loans, resources,
        $"Biểu ghi còn {items} bản, {holds} lượt đặt trước, {loans} lượt mượn liên thư viện, {resources} tài liệu điện tử: không xóa được.",
        $"The record has {items} copies, {holds} holds, {loans} loans between libraries and {resources} e-resources: it cannot be deleted.");
}
