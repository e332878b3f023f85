using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Rendering;

/// <summary>Writes the canonical document: whoever hashes the file gets the report's hash.</summary>
internal sealed class JsonRenderer : IRenderer
{
    public ReportFormat Format => ReportFormat.Json;

    public byte[] Render(FrozenReport report) => CanonicalJson.Write(report.Document);
}
