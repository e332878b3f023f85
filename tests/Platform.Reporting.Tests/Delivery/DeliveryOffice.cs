using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting.Delivery;
using Platform.Reporting.Delivery;
using Platform.Storage;

namespace Platform.Reporting.Tests.Delivery;

/// <summary>A database with one school under one department of education, and the real services of delivery on it.</summary>
internal sealed class DeliveryOffice : IAsyncDisposable
{
    private readonly LibraryDatabase _database;
    private readonly string _dataFolder;
    private readonly Dictionary<string, string?> _settings;
    private ServiceProvider? _services;

    private DeliveryOffice(LibraryDatabase database, DatabaseProvider provider, Library library, Organisation department)
    {
        (_database, Library, Department) = (database, library, department);
        _dataFolder = Directory.CreateTempSubdirectory("platform-delivery-").FullName;
        _settings = new()
        {
            ["Storage:Provider"] = provider.ToString(),
            ["Storage:DataFolder"] = _dataFolder,
            ["ConnectionStrings:Library"] = database.ConnectionString,
        };
    }

    /// <summary>The school that sends.</summary>
    public Library Library { get; }

    /// <summary>The body that receives.</summary>
    public Organisation Department { get; }

    /// <summary>The settings, as a worker process takes them from its environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings => _settings;

    public LibraryDatabase Database => _database;

    public IServiceProvider Services => _services ??= Build();

    public static async Task<DeliveryOffice> OpenAsync(TimeProvider? clock = null, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var database = await LibraryDatabase.CreateAsync(provider, clock);
        await using (var db = database.Open())
        {
            if (provider is DatabaseProvider.Sqlite)
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;");
        }
        var library = await database.HasAsync(A.Library("TV0001", "Trường THCS Mường Sáng"));
        var department = await database.HasAsync(new Organisation { Code = "H38", Name = "Sở Giáo dục và Đào tạo", Kind = OrganisationKind.Department });
        await database.HasAsync(new LibraryParent { LibraryId = library.Id, OrganisationId = department.Id, FromOn = new DateOnly(2020, 1, 1) });
        return new DeliveryOffice(database, provider, library, department);
    }

    /// <summary>Sets a setting; before the services are first used.</summary>
    public DeliveryOffice With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Registers where the department takes reports.</summary>
    public Task<DeliveryRecipient> TakesAsync(
        ChannelKind channel, string address, bool needsConfirmation = false, string definition = "", DateOnly? from = null, DateOnly? until = null) =>
        _database.HasAsync(new DeliveryRecipient
        {
            OrganisationId = Department.Id,
            Channel = channel,
            Address = address,
            DefinitionCode = definition,
            NeedsConfirmation = needsConfirmation,
            FromOn = from ?? new DateOnly(2020, 1, 1),
            UntilOn = until,
        });

    /// <summary>Enters a report; the files decide what is sent.</summary>
    public async Task<IReadOnlyList<ReportDelivery>> EnterAsync(string period = "2026-05", int edition = 1, string content = "Số liệu tháng 5", string definition = "R-01")
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DeliveryLedger>().EnterAsync(Report(period, edition, content, definition), default);
    }

    public OutgoingReport Report(string period = "2026-05", int edition = 1, string content = "Số liệu tháng 5", string definition = "R-01") => new(
        Library, definition, 1, period, edition, $"Báo cáo công tác thư viện {period}",
        [
            new OutgoingFile($"{definition}-{period}.pdf", "application/pdf", [.. "%PDF-1.7 "u8, .. System.Text.Encoding.UTF8.GetBytes(content)]),
            new OutgoingFile($"{definition}-{period}.csv", "text/csv", System.Text.Encoding.UTF8.GetBytes("Mục;Số lượng\n" + content)),
        ]);

    /// <summary>Sends what is due.</summary>
    public Task<DeliveryTally> DispatchAsync() => Services.GetRequiredService<DeliveryDispatcher>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>The ledger as it stands, by key.</summary>
    public async Task<List<ReportDelivery>> LedgerAsync()
    {
        await using var db = _database.Open();
        return await db.Deliveries.Include(d => d.Files).Include(d => d.AttemptLog).OrderBy(d => d.Key).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_dataFolder, recursive: true);
    }

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(_database.Clock);
        services.AddScoped(_ => Scope.System);
        services.AddPlatformStorage(configuration);
        services.AddDelivery(configuration);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
