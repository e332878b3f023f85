using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Platform.Benchmarks.Load;

/// <summary>
/// Two hundred connections for some minutes: 80 that read, 20 that write, 100 that follow the change feed. Half-way the server is killed
/// and started again. At the end every subscriber must have been told every change of a copy that the feed holds.
/// </summary>
internal sealed class LoadRun(ServerProcess server, TimeSpan length)
{
    private const int Readers = 80;
    private const int Writers = 20;
    private const int Subscribers = 100;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    private static readonly string[] Reads =
    [
        "{ records(first: 10) { nodes { id title author items(first: 5) { nodes { status library { name } } } } } }",
        "{ records(search: \"mat biec\", first: 5) { nodes { id title items(first: 5) { nodes { registrationNumber status } } } } }",
        "{ libraries(first: 20) { nodes { code name items(first: 3) { totalCount nodes { id } } } } }",
        "{ eResources(first: 10) { nodes { id title } } }",
    ];

    private readonly Tally _reads = new("reads");
    private readonly Tally _writes = new("writes");
    private readonly List<string> _memory = [];
    private volatile bool _isDown;

    public static async Task<int> RunAsync(string program, double minutes)
    {
        var folder = Directory.CreateTempSubdirectory("platform-load-").FullName;
        using var server = new ServerProcess(program, folder, FreePort());
        try
        {
            await server.StartAsync();
            return await new LoadRun(server, TimeSpan.FromMinutes(minutes)).RunAsync();
        }
        finally
        {
            server.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<int> RunAsync()
    {
        using var librarian = new LoadClient(server.Address, signsIn: true);
        var (library, items) = await ItemsAsync(librarian);
        var after = await LastSequenceAsync(librarian);
        using var ending = new CancellationTokenSource();
        using var listening = new CancellationTokenSource();
        var subscribers = Enumerable.Range(0, Subscribers).Select(_ => new Subscriber(server.Address, after)).ToList();
        var following = subscribers.Select(s => s.FollowAsync(listening.Token)).ToList();
        var asking = Enumerable.Range(0, Readers).Select(i => ReadAsync(i, ending.Token))
            .Concat(items.Take(Writers).Select(item => WriteAsync(library, item, ending.Token))).ToList();

        Remember("at the start");
        await WatchAsync(length / 2);
        Remember("half-way");
        await RestartAsync();
        Remember("started again");
        await WatchAsync(length / 2);
        Remember("at the end");
        await ending.CancelAsync();
        await Task.WhenAll(asking);
        await Task.Delay(Settling);
        var changes = await ChangesAsync(librarian, after);
        await listening.CancelAsync();
        await Task.WhenAll(following);
        return Report(subscribers, changes);
    }

    private async Task WatchAsync(TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            await Task.Delay(time < TimeSpan.FromMinutes(2) ? time / 4 : TimeSpan.FromSeconds(30));
            var load = File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "?";
            Console.WriteLine($"{Stopwatch.GetElapsedTime(started):mm\\:ss}  {server.Describe()}, load of the machine {load}");
        }
    }

    private void Remember(string when) => _memory.Add(string.Create(CultureInfo.InvariantCulture, $"{server.Measure().Megabytes:0} MB {when}"));

    private async Task RestartAsync()
    {
        _isDown = true;
        await server.KillAsync();
        var started = Stopwatch.GetTimestamp();
        await server.StartAsync();
        _isDown = false;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"killed; ready again after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
    }

    private async Task ReadAsync(int number, CancellationToken ending)
    {
        using var client = new LoadClient(server.Address, signsIn: number % 4 == 0);
        while (!ending.IsCancellationRequested)
        {
            await client.AskAsync(Reads[number++ % Reads.Length], null, _reads, () => _isDown);
            await Task.Delay(Random.Shared.Next(200, 800), CancellationToken.None);
        }
    }

    // Each writer reports its own copy lost and found again, in turn.
    private async Task WriteAsync(string library, string item, CancellationToken ending)
    {
        using var client = new LoadClient(server.Address, signsIn: true);
        for (var i = 0; !ending.IsCancellationRequested; i++)
        {
            await client.AskAsync(
                "mutation ($input: ReportItemInput!) { reportItem(input: $input) { errors { ... on Error { code } } } }",
                new { input = new { libraryId = library, registrationNumber = item, state = i % 2 == 0 ? "LOST" : "FOUND", compensation = 0, idempotencyKey = Guid.NewGuid().ToString() } },
                _writes, () => _isDown);
            await Task.Delay(Random.Shared.Next(300, 1_200), CancellationToken.None);
        }
    }

    private static async Task<(string Library, List<string> Items)> ItemsAsync(LoadClient librarian)
    {
        var me = await AskAsync(librarian, "{ me { library { id } } }", null);
        var library = me.GetProperty("me").GetProperty("library").GetProperty("id").GetString()!; // an id is never null
        var items = await AskAsync(
            librarian, "query ($library: ID!) { items(first: 100, where: { library: { eq: $library }, status: { eq: IN_STOCK } }) { nodes { registrationNumber } } }", new { library });
        return (library, [.. items.GetProperty("items").GetProperty("nodes").EnumerateArray().Select(i => i.GetProperty("registrationNumber").GetString()!)]); // as above
    }

    private static async Task<long> LastSequenceAsync(LoadClient librarian)
    {
        var (after, hasMore) = (0L, true);
        while (hasMore)
            (after, hasMore, _) = await PageAsync(librarian, after);
        return after;
    }

    private static async Task<HashSet<long>> ChangesAsync(LoadClient librarian, long after)
    {
        var all = new HashSet<long>();
        var hasMore = true;
        while (hasMore)
        {
            (after, hasMore, var page) = await PageAsync(librarian, after);
            all.UnionWith(page.EnumerateArray().Where(c => c.GetProperty("type").GetString() == "Item").Select(c => c.GetProperty("sequence").GetInt64()));
        }
        return all;
    }

    private static async Task<(long After, bool HasMore, JsonElement Changes)> PageAsync(LoadClient librarian, long after)
    {
        var page = (await AskAsync(librarian, "query ($after: Long!) { changes(after: $after, first: 500) { lastSequence hasMore changes { sequence type } } }", new { after })).GetProperty("changes");
        return (page.GetProperty("lastSequence").GetInt64(), page.GetProperty("hasMore").GetBoolean(), page.GetProperty("changes"));
    }

    private static async Task<JsonElement> AskAsync(LoadClient client, string query, object? variables)
    {
        var tally = new Tally("asked");
        return await client.AskAsync(query, variables, tally, () => false) ?? throw new InvalidOperationException(tally.ToString());
    }

    private int Report(List<Subscriber> subscribers, HashSet<long> changes)
    {
        var lost = subscribers.Sum(s => changes.Count(c => !s.Seen.Contains(c)));
        Console.WriteLine($"memory     {string.Join(", ", _memory)}");
        Console.WriteLine(_reads);
        Console.WriteLine(_writes);
        Console.WriteLine($"feed       {changes.Count} changes of copies; {subscribers.Count} subscribers on {subscribers.Sum(s => s.Connections)} connections missed {lost}, were told {subscribers.Sum(s => s.Repeated)} twice");
        return lost == 0 && _reads.Errors == 0 && _writes.Errors == 0 ? 0 : 1;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
