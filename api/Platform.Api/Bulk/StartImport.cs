using Microsoft.Extensions.Options;
using Platform.Api.GraphQL.Mutations;
using Platform.Model.Access;
using Platform.Model.Bulk;
using Platform.Storage.Repository;

namespace Platform.Api.Bulk;

/// <summary>
/// Orders an import of JSON Lines: each line is the input of the mutation that the kind names, without an idempotency key, and is carried out as that
/// mutation would be. Send the file by PUT to uploadUrl; then it runs beside other work. The result has a line for each line of the file.
/// </summary>
[Requires(Permission.ReadCatalogue)]
internal sealed class StartImport(BulkDesk desk, SignedLinks links, IOptions<FileStoreOptions> files, TimeProvider clock) : IMutation<StartImportInput, StartImportPayload>
{
    public async Task<StartImportPayload> RunAsync(StartImportInput input, CancellationToken cancellationToken)
    {
        var (job, error) = await desk.OrderAsync((BulkJobKind)input.Kind, BulkFormat.Jsonl, input.OnFault, null, cancellationToken);
        if (error is not null)
            return new StartImportPayload { Errors = [error] };
        var expiresAt = clock.GetUtcNow() + files.Value.LinkLifetime;
        return new StartImportPayload { Job = job, UploadUrl = BulkEndpoints.Path + links.Seal(BulkEndpoints.Sending, job, expiresAt), ExpiresAt = expiresAt };
    }
}

/// <summary>The mutation that each line is given to.</summary>
internal enum ImportKind : byte
{
    /// <summary>Each line is a CreateRecordInput.</summary>
    CreateRecord = BulkJobKind.CreateRecords,

    /// <summary>Each line is an AddItemsInput.</summary>
    AddItems = BulkJobKind.AddItems,

    /// <summary>Each line is an EditItemInput.</summary>
    EditItem = BulkJobKind.EditItems,

    /// <summary>Each line is a CreatePatronInput.</summary>
    CreatePatron = BulkJobKind.CreatePatrons,

    /// <summary>Each line is an UpdatePatronInput.</summary>
    UpdatePatron = BulkJobKind.UpdatePatrons,
}

/// <summary>What is imported, and how.</summary>
internal sealed record StartImportInput : MutationInput
{
    /// <summary>The mutation that each line is given to; the caller needs its permission.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>What happens when a line is refused.</summary>
    public required FaultPolicy OnFault { get; init; }
}

/// <summary>The ordered import.</summary>
[FailsWith(typeof(TooManyBulkJobs))]
internal sealed record StartImportPayload : Payload
{
    /// <summary>The job.</summary>
    public Ref<BulkJob>? Job { get; init; }

    /// <summary>Where the file is sent by PUT, once, relative to this server: it needs no sign-in.</summary>
    public string? UploadUrl { get; init; }

    /// <summary>When that stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
