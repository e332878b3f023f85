using Platform.Model.Access;
using Platform.Model.Bulk;

namespace Platform.Api.Bulk;

/// <summary>A job that this server works on.</summary>
/// <param name="Job">The job as this server knows it: it is saved by the ledger only.</param>
/// <param name="Lease">The word by which this server holds it.</param>
/// <param name="Scope">What the job sees and does.</param>
internal sealed record BulkRun(BulkJob Job, string Lease, Scope Scope);
