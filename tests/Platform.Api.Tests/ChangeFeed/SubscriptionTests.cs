using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Platform.Api.GraphQL.Reading;
using Platform.Model.Access;
using Platform.Model.Catalogue;
using Platform.Model.Reporting;

namespace Platform.Api.Tests.ChangeFeed;

/// <summary>Subscriptions over a real connection: what they tell of, to whom, and how they go on after it broke.</summary>
public sealed class SubscriptionTests
{
    [Fact]
    public async Task Copy_ThatGoesOutAndComesBack_IsToldOf_ARenewalIsNot()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        var item = await api.Database.HasAsync(A.Item(await api.Database.HasAsync(A.Record(library))));
        var loan = await api.Database.HasAsync(A.Loan(item, await api.Database.HasAsync(A.Patron(library))));
        await ChangeAsync(api, loan.Id, l => l.DueOn = l.DueOn.AddDays(7));
        var out_ = await FollowAsync(api, "itemAvailabilityChanged(after: 0) { sequence item { availability } }", 2);
        await ChangeAsync(api, loan.Id, l => l.ReturnedAt = A.Noon);
        var back = await FollowAsync(api, $"itemAvailabilityChanged(after: {out_[1].GetProperty("sequence")}) {{ item {{ availability }} }}", 1);

        out_.Select(e => e.GetProperty("item").GetProperty("availability").GetString()).ShouldBe(["ON_LOAN", "ON_LOAN"], "registered, and lent; as it is when answered");
        back.Single().ToString().ShouldBe("""{"item":{"availability":"AVAILABLE"}}""");
    }

    [Fact]
    public async Task Listener_HearsOfTheWantedPublicationOnly()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        var (wanted, other) = (await api.Database.HasAsync(A.Record(library)), await api.Database.HasAsync(A.Record(library)));
        foreach (var record in new[] { other, wanted, other, wanted })
            await api.Database.HasAsync(A.Item(record));

        var told = await FollowAsync(api, $"itemAvailabilityChanged(after: 0, recordId: \"{GlobalId.Of(nameof(BibliographicRecord), wanted.Id)}\") {{ item {{ record {{ id }} }} }}", 2);

        told.Select(e => e.GetProperty("item").GetProperty("record").GetProperty("id").GetString()).Distinct().ShouldBe([GlobalId.Of(nameof(BibliographicRecord), wanted.Id)]);
    }

    [Fact]
    public async Task SubmittedReport_IsToldToThoseWhoReadTheLibrarysReports()
    {
        await using var api = await PlatformApi.StartAsync();
        var (own, other) = (await api.Database.HasAsync(A.Library()), await api.Database.HasAsync(A.Library()));
        foreach (var library in new[] { other, own })
        {
            var run = await api.Database.HasAsync(Run(library.Id));
            foreach (var action in new[] { SubmissionAction.Submit, SubmissionAction.Reject })
                await api.Database.HasAsync(new SubmissionStep { RunId = run.Id, LibraryId = library.Id, Action = action, State = SubmissionState.Submitted, Snapshot = 1, Actor = "x", At = A.Noon });
        }
        await api.Database.HasAsync(A.Library());
        api.Scope = new Scope { Actor = "office", LibraryIds = [own.Id], Permissions = new HashSet<Permission> { Permission.ReadCatalogue, Permission.ReadReports } };

        var told = await FollowAsync(api, "reportSubmitted(after: 0) { reportRun { library { id } } }", 1);

        told.Single().ToString().ShouldContain(GlobalId.Of("Library", own.Id));
    }

    [Fact]
    public async Task BrokenConnection_GoesOnAfterTheLastSequence_WithNothingLostOrTwice()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library());
        for (var i = 0; i < 20; i++)
            await api.Database.HasAsync(A.Record(library, $"Sách {i}"));

        var (titles, after) = (new List<string>(), 0L);
        while (titles.Count < 20)
        {
            // Each connection is broken after three events.
            foreach (var change in await FollowAsync(api, $"recordChanged(after: {after}) {{ sequence record {{ title }} }}", Math.Min(3, 20 - titles.Count)))
            {
                titles.Add(change.GetProperty("record").GetProperty("title").GetString()!); // every row is there
                after = change.GetProperty("sequence").GetInt64();
            }
        }

        titles.ShouldBe(Enumerable.Range(0, 20).Select(i => $"Sách {i}"));
    }

    [Fact]
    public async Task ListenerWhoseRoleEnds_IsCutOff_AndJudgedAnew()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var api = await PlatformApi.StartAsync(clock: clock);
        var library = await api.Database.HasAsync(A.Library());
        var account = await api.Database.HasAsync(new Account
        {
            Name = "co-hoa",
            NameKey = "CO-HOA",
            Kind = AccountKind.Person,
            LibraryId = library.Id,
            Roles = [new RoleAssignment { Role = Role.Librarian, LibraryId = library.Id, FromOn = new DateOnly(2020, 1, 1) }],
        });
        api.Scope = ScopeOf.Account(account.Id, account.Roles, new LibraryTree([], [], []), new DateOnly(2026, 10, 5));
        using var stream = await OpenAsync(api, "reportClosed(after: 0) { sequence }");
        await api.Database.HasAsync(Run(library.Id));
        (await ReadAsync(stream, 1)).Count.ShouldBe(1);

        await using (var db = api.Database.Open())
            await db.RoleAssignments.ExecuteUpdateAsync(set => set.SetProperty(r => r.UntilOn, new DateOnly(2020, 1, 2)));
        clock.Advance(TimeSpan.FromSeconds(6));
        await api.Database.HasAsync(Run(library.Id, "2026-08"));

        (await ReadAsync(stream, int.MaxValue)).ShouldBeEmpty("the stream ended");
    }

    private static ReportRun Run(long libraryId, string period = "2026-09") => new()
    {
        LibraryId = libraryId,
        DefinitionCode = "R-01",
        DefinitionVersion = 1,
        PeriodKind = PeriodKind.Month,
        Period = period,
        FirstOn = new DateOnly(2026, 9, 1),
        LastOn = new DateOnly(2026, 9, 30),
        ClosedAt = A.Noon,
        CurrentSnapshot = 1,
    };

    private static async Task ChangeAsync(PlatformApi api, long loanId, Action<Model.Circulation.Loan> change)
    {
        await using var db = api.Database.Open();
        change(await db.Loans.SingleAsync(l => l.Id == loanId));
        await db.SaveChangesAsync();
    }

    private static async Task<List<JsonElement>> FollowAsync(PlatformApi api, string field, int count)
    {
        using var stream = await OpenAsync(api, field);
        return await ReadAsync(stream, count);
    }

    private static async Task<StreamReader> OpenAsync(PlatformApi api, string field)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query = $"subscription {{ {field} }}" }), Encoding.UTF8, "application/json"),
            Headers = { { "Accept", "text/event-stream" } },
        };
        var response = await api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }

    /// <summary>So many events, or all until the stream ends.</summary>
    private static async Task<List<JsonElement>> ReadAsync(StreamReader stream, int count)
    {
        var told = new List<JsonElement>();
        while (told.Count < count && await stream.ReadLineAsync() is { } line && line != "event: complete")
            if (line.StartsWith("data: {", StringComparison.Ordinal))
                told.Add(JsonDocument.Parse(line["data: ".Length..]).RootElement.GetProperty("data").EnumerateObject().Single().Value);
        return told;
    }
}
