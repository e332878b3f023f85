using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Circulation;
using Platform.Model.Libraries;
using Platform.Model.Notices;
using Platform.Model.Patrons;
using Platform.Reporting.Delivery;
using Platform.Reporting.Notices;
using Platform.Reporting.Tests.Delivery;

namespace Platform.Reporting.Tests.Notices;

/// <summary>Notices over a real mail conversation: to those who agreed, each occasion once, whatever breaks.</summary>
public sealed class NoticePostTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(A.Noon);
    private readonly SmtpListener _server = new();
    private LibraryDatabase _database = null!; // set before each test
    private Library _library = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _database = await LibraryDatabase.CreateAsync(_clock);
        _library = await _database.HasAsync(A.Library(name: "Trường THCS Mường Sáng"));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task DueSoonOverdueAndKeptCopies_AreWrittenOnce_InVietnamese()
    {
        var reader = await ReaderAsync();
        await LoanAsync(reader, dueOn: A.Today.AddDays(1));
        await LoanAsync(reader, dueOn: A.Today.AddDays(-3));
        var kept = A.Hold(await _database.HasAsync(A.Record(_library)), reader);
        (kept.Status, kept.ItemId, kept.KeptUntilOn) = (HoldStatus.Ready, (await _database.HasAsync(A.Item(await _database.HasAsync(A.Record(_library))))).Id, A.Today.AddDays(2));
        await _database.HasAsync(kept);

        (await Post().RunAsync(default)).ShouldBe(3);
        (await Post().RunAsync(default)).ShouldBe(0, "the same occasions are not written to again");

        _server.Mails.Count.ShouldBe(3);
        _server.Recipients.ShouldBe(["phuhuynh@example.vn", "phuhuynh@example.vn", "phuhuynh@example.vn"]);
        await using var db = _database.Open();
        (await db.Notices.OrderBy(n => n.Id).Select(n => new { n.Kind, n.State, n.Body }).ToListAsync()).ShouldBe(
        [
            new { Kind = NoticeKind.HoldReady, State = NoticeState.Sent, Body = "" },
            new { Kind = NoticeKind.Overdue, State = NoticeState.Sent, Body = "" },
            new { Kind = NoticeKind.DueSoon, State = NoticeState.Sent, Body = "" },
        ]);
    }

    [Fact]
    public async Task ReaderWhoseGuardianAloneAgreed_IsNotWrittenTo()
    {
        var reader = await ReaderAsync(ConsentParty.Guardian);
        await LoanAsync(reader, dueOn: A.Today);

        (await Post().RunAsync(default)).ShouldBe(0);
        _server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task LineThatBreaksAfterTheMailWasTaken_LeavesItUnknown_AndItIsNotSentAgain()
    {
        await LoanAsync(await ReaderAsync(), dueOn: A.Today);
        _server.DropsAfterTaking = true;

        await Post().RunAsync(default);
        _clock.Advance(TimeSpan.FromHours(5));
        await Post().RunAsync(default);

        _server.Mails.Count.ShouldBe(1);
        (await StatesAsync()).ShouldBe([NoticeState.Unknown]);
    }

    [Fact]
    public async Task ProcessKilledWhileSending_NeverLeadsToASecondMail()
    {
        await LoanAsync(await ReaderAsync(), dueOn: A.Today);
        await using (var db = _database.Open())
        {
            // What a process that is killed after its claim leaves behind, whether or not the server took the mail.
            await Platform.Storage.Notices.NoticePlanning.RunAsync(db, _library.Id, A.Noon, default);
            await db.Notices.ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NoticeState.Sending).SetProperty(n => n.NextAttemptAt, A.Noon.AddMinutes(10)));
        }

        await Post().RunAsync(default);
        (await StatesAsync()).ShouldBe([NoticeState.Sending], "its claim still holds");
        _clock.Advance(TimeSpan.FromMinutes(11));
        await Post().RunAsync(default);

        _server.Mails.ShouldBeEmpty();
        (await StatesAsync()).ShouldBe([NoticeState.Unknown]);
    }

    [Fact]
    public async Task ServerThatIsAway_IsTriedAgainLater_AndARefusedAddressIsNot()
    {
        await LoanAsync(await ReaderAsync(), dueOn: A.Today);
        await Post(port: 1).RunAsync(default);
        (await StatesAsync()).ShouldBe([NoticeState.Waiting]);
        _server.RecipientAnswer = "550 no such user";
        _clock.Advance(TimeSpan.FromMinutes(6));
        await Post().RunAsync(default);

        (await StatesAsync()).ShouldBe([NoticeState.Failed]);
        _server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task OnOneDay_AReaderGetsFiveNoticesAtMost()
    {
        var reader = await ReaderAsync();
        for (var n = 0; n < 8; n++)
            await LoanAsync(reader, dueOn: A.Today.AddDays(-1));

        (await Post().RunAsync(default)).ShouldBe(5);
        _clock.Advance(TimeSpan.FromDays(1));
        (await Post().RunAsync(default)).ShouldBe(3);
    }

    private NoticePost Post(int? port = null)
    {
        var options = Options.Create(new DeliveryOptions { Mail = new MailOptions { Host = "127.0.0.1", Port = port ?? _server.Port, Security = nameof(MailSecurity.None), From = "thuvien@example.vn" } });
        return new NoticePost(_database.Databases, new NoticeMail(options), _clock);
    }

    private async Task<Patron> ReaderAsync(params ConsentParty[] agreed)
    {
        var reader = await _database.HasAsync(A.Patron(_library));
        foreach (var party in agreed is [] ? [ConsentParty.Guardian, ConsentParty.Person] : agreed)
            await _database.HasAsync(new Consent { LibraryId = _library.Id, PatronId = reader.Id, Purpose = ConsentPurpose.Notices, GivenBy = party, GivenOn = A.Today });
        await _database.HasAsync(new NoticeContact { LibraryId = _library.Id, PatronId = reader.Id, Mail = "phuhuynh@example.vn" });
        return reader;
    }

    private async Task LoanAsync(Patron reader, DateOnly dueOn)
    {
        var loan = A.Loan(await _database.HasAsync(A.Item(await _database.HasAsync(A.Record(_library)))), reader, dueOn.AddDays(-14));
        await _database.HasAsync(loan);
    }

    private async Task<List<NoticeState>> StatesAsync()
    {
        await using var db = _database.Open();
        return await db.Notices.OrderBy(n => n.Id).Select(n => n.State).ToListAsync();
    }
}
