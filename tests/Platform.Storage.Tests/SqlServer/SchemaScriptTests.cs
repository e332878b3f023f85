using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Platform.Testing.SqlServer;

namespace Platform.Storage.Tests.SqlServer;

/// <summary>The complete DDL for SQL Server, read by SQL Server's own parser and by rules that no parser knows.</summary>
public sealed class SchemaScriptTests
{
    [Fact]
    public void CreateScript_IsSoundTSql()
    {
        using var db = OfflineDatabases.SqlServer();

        var script = db.Database.GenerateCreateScript();

        script.ShouldContain("CREATE TABLE [Records]");
        TSql.Errors(script).ShouldBeEmpty();
    }

    [Fact]
    public void MigrationScript_IsSoundTSql()
    {
        using var db = OfflineDatabases.SqlServer();

        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        script.ShouldContain("[__EFMigrationsHistory]");
        TSql.Errors(script).ShouldBeEmpty();
    }

    [Fact]
    public void Parser_CatchesWhatOtherDatabasesAllow() =>
        TSql.Errors("SELECT a FROM t LIMIT 1").ShouldNotBeEmpty();

    [Fact]
    public void Model_BreaksNoRuleThatOnlyTheServerKnows()
    {
        using var db = OfflineDatabases.SqlServer();

        ModelRules.Faults(db).ShouldBeEmpty();
    }

    [Fact]
    public void FoldedColumns_HaveABinaryCollation()
    {
        using var db = OfflineDatabases.SqlServer();

        db.Database.GenerateCreateScript().ShouldContain("[SearchText] nvarchar(max) COLLATE Latin1_General_100_BIN2");
    }
}
