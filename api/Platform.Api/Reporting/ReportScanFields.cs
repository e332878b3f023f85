using Platform.Api.GraphQL;
using Platform.Model.Access;
using Platform.Model.Reporting;

namespace Platform.Api.Reporting;

/// <summary>What the API shows of a report's signed paper.</summary>
internal sealed class ReportScanFields : EntityType<ReportScan>
{
    public ReportScanFields()
        : base(Permission.ReadReports, s => s.Id)
    {
        Column(s => s.Snapshot);
        Column("format", "Format, as found in the bytes: PDF, JPEG or PNG.", s => s.Content.Format);
        Column("size", "How many bytes.", s => s.Content.Size);
        Column("hash", "SHA-256 of the bytes, 64 lower-case hexadecimal digits.", s => s.Content.Sha256);
        Column(s => s.Actor);
        Column(s => s.At).Sortable();
    }
}
