using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Api.Transport.Uploads;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Api.Repository;

/// <summary>Takes a small file in with the request itself; large ones come by tus at /files/uploads, where a broken upload goes on. Either is then added to an e-resource as a version.</summary>
[Requires(Permission.EditRepository)]
[SavesByItself]
internal sealed class UploadFile(LibraryDb db, Uploads uploads) : IMutation<UploadFileInput, UploadFilePayload>
{
    public async Task<UploadFilePayload> RunAsync(UploadFileInput input, CancellationToken cancellationToken)
    {
        if (!await db.Libraries.AnyAsync(l => l.Id == input.LibraryId.Key, cancellationToken))
            return new UploadFilePayload { Errors = [NotFound.At("libraryId")] };
        if (!db.Scope.May(Permission.EditRepository, input.LibraryId.Key))
            return new UploadFilePayload { Errors = [NotPermitted.ForLibrary] };
        var begun = await uploads.BeginAsync(input.LibraryId.Key, input.File.Name, input.File.Length, cancellationToken);
        if (begun.Refusal is { } tooMuch)
            return new UploadFilePayload { Errors = [FileRefused.Of(tooMuch)] };
        await using var bytes = input.File.Open();
        var done = await uploads.AppendAsync(begun.Upload!.Id, 0, bytes, cancellationToken); // not refused, so begun
        return done.Refusal is { } refusal
            ? new UploadFilePayload { Errors = [FileRefused.Of(refusal)] }
            : new UploadFilePayload { UploadId = begun.Upload.Id.ToString("D") };
    }
}

/// <summary>A file for a library.</summary>
internal sealed record UploadFileInput : MutationInput
{
    /// <summary>The library that will offer it.</summary>
    public required Ref<Library> LibraryId { get; init; }

    /// <summary>The file.</summary>
    public required UploadedFile File { get; init; }
}

/// <summary>The file, taken in.</summary>
[FailsWith(typeof(FileRefused))]
internal sealed record UploadFilePayload : Payload
{
    /// <summary>What addEResourceVersion takes in uploadIds; null when the file was refused.</summary>
    public string? UploadId { get; init; }
}

/// <summary>The file cannot be taken in.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Vietnamese">The sentence in Vietnamese.</param>
/// <param name="English">The sentence in English.</param>
internal sealed record FileRefused(FileRefusalCode Reason, string Vietnamese, string English) : MutationError("FILE_REFUSED", Vietnamese, English)
{
    public static FileRefused Of(FileRefusal refusal) => new(refusal.Code, refusal.Vietnamese, refusal.English);
}
