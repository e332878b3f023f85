using Platform.Model.Access;
using Platform.Model.Libraries;

namespace Platform.Model.Bulk;

/// <summary>
/// A long piece of work for one account: rows written into a file, or a file of lines carried out one after the other. How far it came is
/// saved with what it did, so after any crash it goes on there. Its files are kept for some days.
/// </summary>
public sealed class BulkJob
{
    /// <summary>The row's key.</summary>
    public long Id { get; init; }

    /// <summary>The account that started it: the job sees and does what this account may, at the time it runs.</summary>
    public required long AccountId { get; init; }

    /// <summary>The permissions that the account's token had, one bit each: the job never has more.</summary>
    public required long Granted { get; init; }

    /// <summary>What is done.</summary>
    public required BulkJobKind Kind { get; init; }

    /// <summary>The form of the file that is written.</summary>
    public required BulkFormat Format { get; init; }

    /// <summary>What happens when a line is refused; null for an export.</summary>
    public FaultPolicy? OnFault { get; init; }

    /// <summary>The library whose rows are exported; null for all that the account may read, and for an import.</summary>
    public long? LibraryId { get; init; }

    /// <summary>Where it stands.</summary>
    public required BulkJobState State { get; set; }

    /// <summary>Why it ended early; null otherwise.</summary>
    public BulkFault? Fault { get; set; }

    /// <summary>Whether somebody asked it to stop.</summary>
    public bool IsCancelRequested { get; set; }

    /// <summary>Lines of the file that were dealt with, empty ones included; 0 for an export.</summary>
    public long Position { get; set; }

    /// <summary>Rows written, or lines carried out.</summary>
    public long Done { get; set; }

    /// <summary>Lines that were refused, or records that are damaged or that the format cannot hold.</summary>
    public long Refused { get; set; }

    /// <summary>Bytes of the file that was sent; 0 for an export.</summary>
    public long InputBytes { get; set; }

    /// <summary>Bytes of it that were dealt with.</summary>
    public long InputOffset { get; set; }

    /// <summary>Bytes of the result; while the job runs, those that are certain: what stands behind them is still being written.</summary>
    public long ResultBytes { get; set; }

    /// <summary>The place behind the last exported row; null before the first.</summary>
    public string? Cursor { get; set; }

    /// <summary>Times it was begun since it last came further.</summary>
    public int Attempts { get; set; }

    /// <summary>The server that works on it, by a word of its own; null when none does.</summary>
    public string? Lease { get; set; }

    /// <summary>When another server may take it over.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was first begun; null while it waits.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended, in whatever way; null before.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>When it is forgotten with its files.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The account that started it.</summary>
    public Account Account { get; init; } = null!;

    /// <summary>The library whose rows are exported.</summary>
    public Library? Library { get; init; }

    /// <summary>Whether it has ended, in whatever way.</summary>
    public bool IsOver => State is BulkJobState.Finished or BulkJobState.Stopped or BulkJobState.Cancelled or BulkJobState.Failed;
}

/// <summary>What a bulk job does.</summary>
public enum BulkJobKind : byte
{
    /// <summary>Writes bibliographic records.</summary>
    ExportRecords = 1,

    /// <summary>Writes copies.</summary>
    ExportItems = 2,

    /// <summary>Writes cards of patrons.</summary>
    ExportPatrons = 3,

    /// <summary>Writes loans; borrowers by id only.</summary>
    ExportLoans = 4,

    /// <summary>Writes descriptions of e-resources.</summary>
    ExportEResources = 5,

    /// <summary>Each line is the input of createRecord.</summary>
    CreateRecords = 11,

    /// <summary>Each line is the input of addItems.</summary>
    AddItems = 12,

    /// <summary>Each line is the input of editItem.</summary>
    EditItems = 13,

    /// <summary>Each line is the input of createPatron.</summary>
    CreatePatrons = 14,

    /// <summary>Each line is the input of updatePatron.</summary>
    UpdatePatrons = 15,
}

/// <summary>The form of a bulk file.</summary>
public enum BulkFormat : byte
{
    /// <summary>JSON Lines: one JSON object a line, UTF-8.</summary>
    Jsonl = 1,

    /// <summary>An Excel workbook with one sheet: a heading, then a row for each line.</summary>
    Xlsx = 2,

    /// <summary>MARC 21 in ISO 2709, UTF-8; records only.</summary>
    Marc = 3,

    /// <summary>MARCXML; records only.</summary>
    MarcXml = 4,

    /// <summary>MARC-in-JSON: an array with one record a line; records only.</summary>
    MarcJson = 5,
}

/// <summary>What happens when a line of an import is refused.</summary>
public enum FaultPolicy : byte
{
    /// <summary>The import stops before it; the lines before it stay done.</summary>
    Stop = 1,

    /// <summary>The line is left out, and the import goes on.</summary>
    Skip = 2,

    /// <summary>All lines are done, or none: every line is tried, and one that is refused undoes them all.</summary>
    AllOrNothing = 3,
}

/// <summary>Where a bulk job stands.</summary>
public enum BulkJobState : byte
{
    /// <summary>Its file has not been sent yet.</summary>
    AwaitingFile = 1,

    /// <summary>It waits for its turn.</summary>
    Waiting = 2,

    /// <summary>It is worked on, or goes on as soon as a server takes it up again.</summary>
    Running = 3,

    /// <summary>It came to its end; lines may have been refused.</summary>
    Finished = 4,

    /// <summary>It ended early, for the reason that its fault names; what was done before stays, unless all or nothing was asked for.</summary>
    Stopped = 5,

    /// <summary>Somebody stopped it; what was done before stays.</summary>
    Cancelled = 6,

    /// <summary>The platform could not do it, after several attempts.</summary>
    Failed = 7,
}

/// <summary>Why a bulk job ended early.</summary>
public enum BulkFault : byte
{
    /// <summary>A line was refused, and the job was to stop then, or to do all lines or none.</summary>
    LineRefused = 1,

    /// <summary>All or nothing was asked for more lines than one transaction takes.</summary>
    TooManyLines = 2,

    /// <summary>The account is closed, or may not do this any more.</summary>
    NotPermitted = 3,

    /// <summary>There are more rows than a sheet of a workbook holds.</summary>
    TooManyRows = 4,

    /// <summary>A fault of the platform; its log says which.</summary>
    Platform = 5,

    /// <summary>The file that was sent is not there any more.</summary>
    FileMissing = 6,
}
