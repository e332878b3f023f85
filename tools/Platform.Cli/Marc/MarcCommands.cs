using System.CommandLine;

namespace Platform.Cli.Marc;

/// <summary><c>platform marc convert | check | count</c>: works on files of MARC records, without the database.</summary>
internal static class MarcCommands
{
    public static Command Create() => new("marc", "Converts, checks and counts files of MARC 21 records.")
    {
        MarcConvert.Create(),
        MarcCheck.Create(),
        MarcCount.Create(),
    };
}
