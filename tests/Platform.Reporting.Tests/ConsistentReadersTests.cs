using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Model.Access;
using Platform.Storage;

namespace Platform.Reporting.Tests;

/// <summary>Readers of one report on all cores: whoever writes meanwhile, they see one state.</summary>
public sealed class ConsistentReadersTests
{
    [Fact]
    public async Task WhileOthersWrite_AllReadersCountTheSame()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        var databases = new LibraryDbFactory(Options.Create(new StorageOptions { ConnectionString = fixture.Database.ConnectionString }), fixture.Clock, NullLoggerFactory.Instance);
        var record = await fixture.Database.HasAsync(A.Record(fixture.Library));
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await fixture.Database.HasAsync(A.Item(record));
        }, TestContext.Current.CancellationToken);

        var counts = new List<int[]>();
        for (var round = 0; round < 20; round++)
        {
            await using var readers = await ConsistentReaders.OpenAsync(databases, Scope.System, TestContext.Current.CancellationToken);
            counts.Add(await Task.WhenAll(readers.Databases.Select(db => db.Items.CountAsync(TestContext.Current.CancellationToken))));
        }
        await stop.CancelAsync();
        await writing;

        counts.ShouldAllBe(round => round.Length >= 1 && round.Distinct().Count() == 1);
    }

    [Fact]
    public async Task WhileNobodyWrites_EachCoreHasAReader()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        var databases = new LibraryDbFactory(Options.Create(new StorageOptions { ConnectionString = fixture.Database.ConnectionString }), fixture.Clock, NullLoggerFactory.Instance);

        await using var readers = await ConsistentReaders.OpenAsync(databases, Scope.System, TestContext.Current.CancellationToken);
        await fixture.Database.HasAsync(A.Record(fixture.Library));

        readers.Databases.Count.ShouldBe(Math.Min(Environment.ProcessorCount, 4));
        foreach (var db in readers.Databases)
            (await db.Records.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }
}
