using System.CommandLine;

namespace Platform.Cli.Reporting;

/// <summary><c>platform report deliver</c>.</summary>
internal static class ReportCommands
{
    public static Command Create() => new("report", "Works on reports and their deliveries.")
    {
        DeliverCommand.Create(),
    };
}
