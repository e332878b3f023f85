using System.Reflection;
using Platform.Storage;
using Xunit.Sdk;
using Xunit.v3;

namespace Platform.Testing;

/// <summary>
/// Runs a theory on SQLite always and on SQL Server when <c>PLATFORM_TEST_SQLSERVER</c> holds a connection string; without it the
/// SQL Server row is shown as skipped, with the reason. The first parameter of the theory is the <see cref="DatabaseProvider"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var server = new TheoryDataRow<DatabaseProvider>(DatabaseProvider.SqlServer);
        if (LibraryDatabase.SqlServerConnection is null)
            server.Skip = $"No SQL Server: set {LibraryDatabase.SqlServerVariable} to a connection string to run this on one.";
        return new([new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Sqlite), server]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
