using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;
using Platform.Storage.Demo;

namespace Platform.Storage.Tests.Demo;

public sealed class DemoGroupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-demo-").FullName;

    [Fact]
    public async Task EmptyDatabase_GetsTheGroupOnce()
    {
        await using var services = Services();
        await services.GetRequiredService<DatabaseLifecycle>().PrepareAsync(CancellationToken.None);
        var demo = services.GetRequiredService<DemoGroup>();

        (await demo.LoadAsync(CancellationToken.None)).ShouldBeTrue();
        (await demo.LoadAsync(CancellationToken.None)).ShouldBeFalse();

        await using var db = services.GetRequiredService<LibraryDbFactory>().For(Scope.System);
        (await db.Libraries.Select(l => l.Code).OrderBy(c => c).ToListAsync()).ShouldBe(["CSMS", "LCSN", "PTDM", "THHB"]);
        (await db.Memberships.CountAsync(m => m.IsHub)).ShouldBe(1);
        (await db.Records.CountAsync()).ShouldBe(454);
        (await db.Patrons.CountAsync()).ShouldBe(300 + 235 + 348 + 353 + 17 + 21 + 26 + 29);
        (await db.ClassMemberships.CountAsync(m => m.UntilOn == null && m.Class.StartYear == 2026 && m.Class.Name == m.Patron.ClassName)).ShouldBe(300 + 235 + 348 + 353, "every pupil sits in a class");
        (await db.Loans.CountAsync()).ShouldBeGreaterThan(5000);
        (await db.Loans.CountAsync(l => l.ReturnedAt == null)).ShouldBeInRange(50, 1500);
        (await db.Loans.CountAsync(l => l.LentOn >= new DateOnly(2026, 11, 23))).ShouldBe(0);
        (await db.Visits.CountAsync()).ShouldBeGreaterThan(2000);
        (await db.Items.Where(i => i.AcquiredOn >= new DateOnly(2026, 9, 1)).CountAsync()).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Record_IsTheBookAsCatalogued()
    {
        await using var services = Services();
        await services.GetRequiredService<DatabaseLifecycle>().PrepareAsync(CancellationToken.None);
        await services.GetRequiredService<DemoGroup>().LoadAsync(CancellationToken.None);

        await using var db = services.GetRequiredService<LibraryDbFactory>().For(Scope.System);
        var record = await db.Records.SingleAsync(r => r.TitleKey.StartsWith("mat biec"));

        record.Author.ShouldBe("Nguyễn Nhật Ánh");
        record.Language.ShouldBe("vie");
        record.Ddc.ShouldNotBeNull().ShouldStartWith("895.922");
        (await db.Items.Where(i => i.RecordId == record.Id).Select(i => i.CallNumber).Distinct().ToListAsync()).ShouldBe([$"{record.Ddc} NG-A"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ServiceProvider Services() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero)))
        .AddPlatformStorage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataFolder", _folder)]).Build())
        .BuildServiceProvider();
}
