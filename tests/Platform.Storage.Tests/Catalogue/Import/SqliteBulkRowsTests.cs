using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Catalogue.Mapping;
using Platform.Storage.Catalogue.Import;
using Platform.Storage.Sqlite;

namespace Platform.Storage.Tests.Catalogue.Import;

public sealed class SqliteBulkRowsTests
{
    [Theory]
    [InlineData("Records")]
    [InlineData("RecordContents")]
    [InlineData("Items")]
    [InlineData("ChangeFeed")]
    public async Task PreparedInserts_WriteTheSameAsTheContext(string table)
    {
        var rows = new List<string>();
        foreach (var isPrepared in new[] { true, false })
        {
            await using var database = await LibraryDatabase.CreateAsync(new FakeTimeProvider(A.Noon));
            var library = await database.HasAsync(A.Library("TV1"));
            await using var db = database.Open();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var record = CatalogueMapping.NewRecord(MarcFile.Book("Dế Mèn phiêu lưu ký", "0001", "0002"), library.Id, A.Noon.AddMilliseconds(250));
            foreach (var item in ItemMapping.ItemsIn(MarcFile.Book("", "0001", "0002")))
                record.Items.Add(item.ToItem(library.Id, null, record.Kind, A.Today));
            IBulkRows bulk = isPrepared ? new SqliteBulkRows(db) : new TrackedBulkRows(db);

            await bulk.InsertAsync([record], A.Noon, CancellationToken.None);

            await transaction.CommitAsync();
            rows.Add(Dump(database, table));
        }

        rows[0].ShouldBe(rows[1]);
        rows[0].ShouldNotBeEmpty();
    }

    private static string Dump(LibraryDatabase database, string table)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            lines.Add(JsonSerializer.Serialize(values.Select((value, i) => $"{reader.GetName(i)} {reader.GetDataTypeName(i)} {(value is byte[] bytes ? Convert.ToHexString(bytes) : value)}")));
        }
        return string.Join('\n', lines);
    }
}
