using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Platform.Testing.SqlServer;

/// <summary>SQL Server's own grammar, without a server.</summary>
public static class TSql
{
    /// <summary>The syntax errors of a script, each with its line; empty for sound T-SQL.</summary>
    public static IReadOnlyList<string> Errors(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(true, SqlEngineType.Standalone).Parse(reader, out var errors);
        return [.. errors.Select(error => $"line {error.Line}: {error.Message}")];
    }
}
