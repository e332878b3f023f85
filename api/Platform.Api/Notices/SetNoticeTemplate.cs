using Microsoft.EntityFrameworkCore;
using Platform.Api.Circulation;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Notices;
using Platform.Storage.Notices;

namespace Platform.Api.Notices;

/// <summary>
/// Sets a library's own words for a kind of notice, or goes back to the platform's. Placeholders: {ban_doc}, {nhan_de}, {so_dkcb}, {ngay},
/// {so_ngay}, {thu_vien}. Try them with previewNotice first.
/// </summary>
[Requires(Permission.Circulate)]
internal sealed class SetNoticeTemplate(LibraryDb db) : IMutation<SetNoticeTemplateInput, SetNoticeTemplatePayload>
{
    public async Task<SetNoticeTemplatePayload> RunAsync(SetNoticeTemplateInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new SetNoticeTemplatePayload { Errors = denied };
        if (TemplateCheck.FaultOf(input.Subject, input.Body) is { } fault)
            return new SetNoticeTemplatePayload { Errors = [fault] };
        var standing = await db.NoticeTemplates.FirstOrDefaultAsync(t => t.LibraryId == input.LibraryId.Key && t.Kind == input.Kind, cancellationToken);
        var words = NoticeWording.Default(input.Kind);
        var (subject, body) = (input.Subject ?? words.Subject, input.Body ?? words.Body);
        if (input.Subject is null && input.Body is null)
            db.NoticeTemplates.RemoveRange(standing is null ? [] : [standing]);
        else if (standing is null)
            db.NoticeTemplates.Add(new NoticeTemplate { LibraryId = input.LibraryId.Key, Kind = input.Kind, Subject = subject, Body = body });
        else
            (standing.Subject, standing.Body) = (subject, body);
        await db.SaveChangesAsync(cancellationToken);
        return new SetNoticeTemplatePayload { Subject = subject, Body = body };
    }
}

/// <summary>Shows what a notice would say, with the words in force or with others, for a reader made up. It sends nothing.</summary>
[Requires(Permission.Circulate)]
internal sealed class PreviewNotice(LibraryDb db, TimeProvider clock) : IMutation<PreviewNoticeInput, PreviewNoticePayload>
{
    public async Task<PreviewNoticePayload> RunAsync(PreviewNoticeInput input, CancellationToken cancellationToken)
    {
        if (db.Scope.Denied(Permission.Circulate, input.LibraryId.Key) is { Count: > 0 } denied)
            return new PreviewNoticePayload { Errors = denied };
        if (TemplateCheck.FaultOf(input.Subject, input.Body) is { } fault)
            return new PreviewNoticePayload { Errors = [fault] };
        var words = (await NoticePlanning.WordsAsync(db, input.LibraryId.Key, cancellationToken))[input.Kind];
        var library = await db.Libraries.Where(l => l.Id == input.LibraryId.Key).Select(l => l.Name).SingleAsync(cancellationToken);
        var late = input.Kind is NoticeKind.Overdue ? 7 : 0;
        var facts = new NoticeFacts("Nguyễn Văn A", "Dế Mèn phiêu lưu ký", "STN-00125", clock.Today().AddDays(late > 0 ? -late : NoticePolicy.DaysAhead), late, library);
        return new PreviewNoticePayload { Subject = NoticeWording.Fill(input.Subject ?? words.Subject, facts), Body = NoticeWording.Fill(input.Body ?? words.Body, facts) };
    }
}

/// <summary>Judges the words of a template.</summary>
internal static class TemplateCheck
{
    public static InvalidInput? FaultOf(string? subject, string? body)
    {
        if (subject is { Length: 0 or > NoticeTables.SubjectLength })
            return new InvalidInput("subject", "Tiêu đề có từ 1 đến 200 ký tự.", "The subject has 1 to 200 characters.");
        if (body is { Length: 0 or > NoticeTables.BodyLength })
            return new InvalidInput("body", "Nội dung có từ 1 đến 2000 ký tự.", "The text has 1 to 2000 characters.");
        return NoticeWording.UnknownIn($"{subject}{body}") is { } name
            ? new InvalidInput("body", $"Không có trường '{{{name}}}'.", $"There is no placeholder '{{{name}}}'.")
            : null;
    }
}

/// <summary>A library's own words.</summary>
internal sealed record SetNoticeTemplateInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The kind of notice.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The subject; the platform's own when null.</summary>
    public string? Subject { get; init; }

    /// <summary>The text; the platform's own when null.</summary>
    public string? Body { get; init; }
}

/// <summary>The words in force.</summary>
internal sealed record SetNoticeTemplatePayload : Payload
{
    /// <summary>The subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The text.</summary>
    public string? Body { get; init; }
}

/// <summary>What is tried.</summary>
internal sealed record PreviewNoticeInput : MutationInput
{
    /// <summary>The library.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The kind of notice.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>A subject to try; the one in force when null.</summary>
    public string? Subject { get; init; }

    /// <summary>A text to try; the one in force when null.</summary>
    public string? Body { get; init; }
}

/// <summary>What it would say.</summary>
internal sealed record PreviewNoticePayload : Payload
{
    /// <summary>The subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The text.</summary>
    public string? Body { get; init; }
}
