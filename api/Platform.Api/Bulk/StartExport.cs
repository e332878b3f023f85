using Microsoft.EntityFrameworkCore;
using Platform.Api.GraphQL.Mutations;
using Platform.Model;
using Platform.Model.Access;
using Platform.Model.Bulk;
using Platform.Model.Libraries;

namespace Platform.Api.Bulk;

/// <summary>
/// Orders an export of all rows that the caller may read: every plain value of a row, of rows it points to the id. It runs beside other work, as
/// what the account may read at that time; ask bulkJob how far it is, then requestBulkResult for the file.
/// </summary>
[Requires(Permission.ReadCatalogue)]
internal sealed class StartExport(LibraryDb db, BulkDesk desk) : IMutation<StartExportInput, StartExportPayload>
{
    public async Task<StartExportPayload> RunAsync(StartExportInput input, CancellationToken cancellationToken)
    {
        if (input.Format is BulkFormat.Marc or BulkFormat.MarcXml or BulkFormat.MarcJson && input.Kind is not ExportKind.Records)
            return No(new InvalidInput("format", "Chỉ biểu ghi thư mục mới xuất được theo khổ mẫu MARC.", "Only bibliographic records are exported in a format of MARC."));
        if (input.LibraryId is { } library && !await db.Libraries.AnyAsync(l => l.Id == library.Key, cancellationToken))
            return No(NotFound.At("libraryId"));
        var (job, error) = await desk.OrderAsync((BulkJobKind)input.Kind, input.Format, null, input.LibraryId?.Key, cancellationToken);
        return error is null ? new StartExportPayload { Job = job } : No(error);
    }

    private static StartExportPayload No(MutationError error) => new() { Errors = [error] };
}

/// <summary>What can be exported.</summary>
internal enum ExportKind : byte
{
    /// <summary>Bibliographic records.</summary>
    Records = BulkJobKind.ExportRecords,

    /// <summary>Copies.</summary>
    Items = BulkJobKind.ExportItems,

    /// <summary>Cards of patrons; needs READ_PATRONS.</summary>
    Patrons = BulkJobKind.ExportPatrons,

    /// <summary>Loans, with the ids of their borrowers; needs CIRCULATE.</summary>
    Loans = BulkJobKind.ExportLoans,

    /// <summary>Descriptions of e-resources.</summary>
    EResources = BulkJobKind.ExportEResources,
}

/// <summary>What is exported, and how.</summary>
internal sealed record StartExportInput : MutationInput
{
    /// <summary>What is exported.</summary>
    public required ExportKind Kind { get; init; }

    /// <summary>The form of the file; formats of MARC for records only.</summary>
    public required BulkFormat Format { get; init; }

    /// <summary>Only rows of this library; all that the caller may read when nothing is said.</summary>
    public Ref<Library>? LibraryId { get; init; }
}

/// <summary>The ordered export.</summary>
[FailsWith(typeof(TooManyBulkJobs))]
internal sealed record StartExportPayload : Payload
{
    /// <summary>The job.</summary>
    public Ref<BulkJob>? Job { get; init; }
}
