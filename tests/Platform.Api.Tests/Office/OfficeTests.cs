using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Tests.Access;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Runs;

namespace Platform.Api.Tests.Office;

/// <summary>The pages of the education office, as its officer's browser sees them.</summary>
public sealed partial class OfficeTests
{
    [Fact]
    public async Task Officer_IsLedThroughTheSignInAndBack()
    {
        await using var host = await AccessHost.StartAsync();
        await OfficeAsync(host);
        using var browser = host.Browser();

        var first = await browser.GetAsync("/office?period=2026-09");
        var signedIn = await AccessHost.SignInAsync(browser, "so", AccessHost.Password, first.Headers.Location!.ToString());

        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        signedIn.Headers.Location!.ToString().ShouldBe("/office?period=2026-09");
        (await browser.GetStringAsync("/office?period=2026-09")).ShouldContain("<h1>Báo cáo thư viện trường học</h1>");
    }

    [Fact]
    public async Task Overview_ShowsWhatWaitsAndWhoIsMissing_OfTheOwnSchoolsOnly()
    {
        await using var host = await AccessHost.StartAsync();
        var (schools, _) = await OfficeAsync(host);
        await CloseAsync(host, schools[0], SubmissionState.Submitted);
        await CloseAsync(host, schools[2], SubmissionState.Submitted);

        using var browser = await SignedInAsync(host, "so");
        var page = await browser.GetStringAsync("/office");

        page.ShouldContain("Chờ xử lý (1)");
        Text(page).ShouldContain("Trường Suối Bạc Đã gửi");
        Text(page).ShouldContain("Trường Bản Mây Chưa chốt");
        page.ShouldNotContain("Trường Xa");
    }

    [Fact]
    public async Task EveryFigure_OpensToRowsThatAddUpToIt_AndWhatReadersDidAtTheSchoolOnly()
    {
        await using var host = await AccessHost.StartAsync();
        var (schools, _) = await OfficeAsync(host);
        var id = await CloseAsync(host, schools[0], SubmissionState.Submitted);
        await host.HasPersonAsync("thuthu", new RoleAssignment { Role = Role.Librarian, LibraryId = schools[0].Id, FromOn = new DateOnly(2025, 7, 1) });
        await host.HasPersonAsync("daumoi", new RoleAssignment { Role = Role.HubLibrarian, LibraryId = schools[0].Id, GroupId = (await host.Database.HasAsync(A.Group(schools[1], schools[0]))).Id, FromOn = new DateOnly(2025, 7, 1) });
        using var librarian = await SignedInAsync(host, "thuthu");
        using var officer = await SignedInAsync(host, "so");
        using var hub = await SignedInAsync(host, "daumoi");
        var figures = Figure().Matches(await librarian.GetStringAsync($"/office/reports/{id}"));

        figures.Count.ShouldBeGreaterThan(20);
        var loans = figures.First(figure => figure.Groups[2].Value == "3").Groups[1].Value; // three loans were made
        var withheld = 0;
        foreach (Match figure in figures)
        {
            var rows = await librarian.GetStringAsync(figure.Groups[1].Value);
            Amount().Matches(rows).Sum(amount => Number(amount.Groups[1].Value)).ShouldBe(Number(figure.Groups[2].Value), figure.Groups[1].Value);
            var above = await officer.GetStringAsync(figure.Groups[1].Value);
            if (above.Contains("chỉ mở được tại trường", StringComparison.Ordinal))
            {
                withheld++;
                Amount().Count(above).ShouldBe(0);
            }
            else
                Amount().Matches(above).Sum(amount => Number(amount.Groups[1].Value)).ShouldBe(Number(figure.Groups[2].Value), figure.Groups[1].Value);
        }
        (withheld > 0 && withheld < figures.Count).ShouldBeTrue($"{withheld} of {figures.Count}");
        (await officer.GetStringAsync($"/office/reports/{id}")).ShouldContain($"""href="{loans}">3</a>""", customMessage: "the form as it was signed");
        (await hub.GetStringAsync($"/office/reports/{id}")).ShouldNotContain(loans);
        (await hub.GetAsync(loans)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hub.GetAsync($"/office/reports/{id}/files/pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Report_IsReturnedWithItsReason_AndApprovedWithout()
    {
        await using var host = await AccessHost.StartAsync();
        var (schools, _) = await OfficeAsync(host);
        var id = await CloseAsync(host, schools[0], SubmissionState.Submitted);
        using var browser = await SignedInAsync(host, "so");

        var withoutReason = await StepAsync(browser, id, "Reject", "");
        var returned = await StepAsync(browser, id, "Reject", "Thiếu mục <III>");
        var page = await browser.GetStringAsync($"/office/reports/{id}");
        var again = await StepAsync(browser, id, "Approve", "");

        withoutReason.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await withoutReason.Content.ReadAsStringAsync()).ShouldContain("Việc này cần ghi lý do.");
        returned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.ShouldContain("Bị trả lại");
        page.ShouldContain("Thiếu mục &lt;III&gt;");
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict, "a returned report is the library's again");
    }

    [Fact]
    public async Task FormFromElsewhere_ChangesNothing()
    {
        await using var host = await AccessHost.StartAsync();
        var (schools, _) = await OfficeAsync(host);
        var id = await CloseAsync(host, schools[0], SubmissionState.Submitted);
        using var browser = await SignedInAsync(host, "so");

        await browser.PostAsync($"/office/reports/{id}/steps", new FormUrlEncodedContent([new("action", "Approve")]));

        await using var db = host.Database.Open();
        (await db.ReportRuns.SingleAsync()).State.ShouldBe(SubmissionState.Submitted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/figures/0")]
    [InlineData("/files/pdf")]
    public async Task ReportOfAnotherOffice_IsNotFound(string part)
    {
        await using var host = await AccessHost.StartAsync();
        var (schools, _) = await OfficeAsync(host);
        var id = await CloseAsync(host, schools[2], SubmissionState.Submitted);
        using var browser = await SignedInAsync(host, "so");

        (await browser.GetAsync($"/office/reports/{id}{part}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StepAsync(browser, id, "Approve", "")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pupil_SeesNoReports()
    {
        await using var host = await AccessHost.StartAsync();
        var (schools, _) = await OfficeAsync(host);
        var id = await CloseAsync(host, schools[0], SubmissionState.Submitted);
        await host.HasPersonAsync("em", new RoleAssignment { Role = Role.Pupil, LibraryId = schools[0].Id, FromOn = new DateOnly(2026, 8, 1) });
        using var browser = await SignedInAsync(host, "em");

        (await browser.GetAsync("/office")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync($"/office/reports/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("pdf", "%PDF-")]
    [InlineData("xml", "<?xml")]
    public async Task File_IsTheFrozenReport(string format, string begins)
    {
        await using var host = await AccessHost.StartAsync();
        var (schools, _) = await OfficeAsync(host);
        var id = await CloseAsync(host, schools[0], SubmissionState.Submitted);
        using var browser = await SignedInAsync(host, "so");

        var first = await browser.GetAsync($"/office/reports/{id}/files/{format}");

        first.Content.Headers.ContentDisposition!.FileName.ShouldBe($"R-01_SB_2026-09.{format}");
        (await first.Content.ReadAsStringAsync()).TrimStart('\uFEFF').ShouldStartWith(begins);
    }

    [Fact]
    public async Task SignedPaper_IsAddedByTheLibrarian_AndGivenToWhoeverMayReadTheReport()
    {
        await using var host = await AccessHost.StartAsync(new() { ["Files:KeepFreeBytes"] = "0" });
        var (schools, _) = await OfficeAsync(host);
        var id = await CloseAsync(host, schools[0], SubmissionState.Submitted);
        await host.HasPersonAsync("thuthu", new RoleAssignment { Role = Role.Librarian, LibraryId = schools[0].Id, FromOn = new DateOnly(2025, 7, 1) });
        byte[] scan = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. "ký và đóng dấu"u8];
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(scan));
        using var librarian = await SignedInAsync(host, "thuthu");
        using var officer = await SignedInAsync(host, "so");

        var refused = await AddAsync(librarian, id, "MZ chương trình"u8.ToArray(), "ban-ky.pdf");
        var added = await AddAsync(librarian, id, scan, "ban-ky.pdf");
        var page = await officer.GetStringAsync($"/office/reports/{id}");
        var link = Scan().Match(page).Groups[1].Value;
        var given = await officer.GetAsync(link);

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.ShouldContain(hash);
        page.ShouldNotContain("type=\"file\"", customMessage: "the office adds none");
        (given.Content.Headers.ContentType!.MediaType, given.Content.Headers.ContentDisposition!.FileName).ShouldBe(("image/png", "R-01_SB_2026-09_1.png"));
        (await given.Content.ReadAsByteArrayAsync()).ShouldBe(scan);
        (await AddAsync(officer, id, scan, "ban-ky.png")).StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
        await using var db = host.Database.Open();
        (await db.ReportScans.CountAsync()).ShouldBe(1);
        await host.HasPersonAsync("em", new RoleAssignment { Role = Role.Pupil, LibraryId = schools[0].Id, FromOn = new DateOnly(2026, 8, 1) });
        using var pupil = await SignedInAsync(host, "em");
        (await pupil.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Code_IsVerifiedForEveryone_AndTamperingIsSaid()
    {
        await using var host = await AccessHost.StartAsync();
        var (schools, _) = await OfficeAsync(host);
        await CloseAsync(host, schools[0], SubmissionState.Submitted);
        await using var db = host.Database.Open();
        var snapshot = await db.ReportSnapshots.AsNoTracking().SingleAsync();
        using var browser = host.Browser();

        var good = await browser.GetStringAsync($"/office/verify?code={snapshot.Hash}");
        var unknown = await browser.GetStringAsync($"/office/verify?code={new string('0', 64)}");
        byte[] damaged = [.. snapshot.Document[..^1], (byte)(snapshot.Document[^1] ^ 1)];
        await db.ReportSnapshots.ExecuteUpdateAsync(set => set.SetProperty(s => s.Document, damaged));
        var tampered = await browser.GetStringAsync($"/office/verify?code={snapshot.Hash}");

        Text(good).ShouldContain("Đúng. Mã này là của báo cáo R-01");
        Text(unknown).ShouldContain("Không có. Không báo cáo nào mang mã này.");
        Text(tampered).ShouldContain("Không khớp.");
    }

    [Fact]
    public async Task Pages_RunNoScript()
    {
        await using var host = await AccessHost.StartAsync();
        using var browser = host.Browser();

        var answer = await browser.GetAsync("/office/verify");

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'self'");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script");
        (await browser.GetAsync("/office/style.css")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>An office with two schools, and a third school that is another office's.</summary>
    private static async Task<(Library[] Schools, Organisation Office)> OfficeAsync(AccessHost host)
    {
        Library[] schools = [A.Library("SB", "Trường Suối Bạc"), A.Library("BM", "Trường Bản Mây"), A.Library("XA", "Trường Xa")];
        foreach (var school in schools)
            await host.Database.HasAsync(school);
        var office = await host.Database.HasAsync(new Organisation { Code = "SO", Name = "Sở GD&ĐT Mường Sáng", Kind = OrganisationKind.Department });
        foreach (var school in schools[..2])
            await host.Database.HasAsync(new LibraryParent { LibraryId = school.Id, OrganisationId = office.Id, FromOn = new DateOnly(2025, 7, 1) });
        await host.HasPersonAsync("so", new RoleAssignment { Role = Role.EducationOffice, OrganisationId = office.Id, FromOn = new DateOnly(2025, 7, 1) });
        return (schools, office);
    }

    private static async Task<long> CloseAsync(AccessHost host, Library school, SubmissionState state)
    {
        var record = await host.Database.HasAsync(A.Record(school));
        var patron = await host.Database.HasAsync(A.Patron(school));
        for (var day = 1; day <= 3; day++)
            await host.Database.HasAsync(A.Loan(await host.Database.HasAsync(A.Item(record)), patron, new DateOnly(2026, 9, day)));
        var outcome = await host.Services.GetRequiredService<ReportRunner>().RunAsync(new ReportRequest("R-01", school.Code, "2026-09"), CancellationToken.None);
        outcome.Refusal.ShouldBeNull(outcome.Message);
        await using var db = host.Database.Open();
        await db.ReportRuns.Where(r => r.Id == outcome.Run!.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state));
        return outcome.Run!.Id; // not refused, so there is a run
    }

    private static async Task<HttpClient> SignedInAsync(AccessHost host, string name)
    {
        var browser = host.Browser();
        (await AccessHost.SignInAsync(browser, name, AccessHost.Password, "/connect/sign-in?returnUrl=%2Foffice")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    private static int Number(string text) => int.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static async Task<HttpResponseMessage> StepAsync(HttpClient browser, long id, string action, string message)
    {
        var fields = AccessHost.HiddenFields(await (await browser.GetAsync($"/office/reports/{id}")).Content.ReadAsStringAsync());
        if (fields.Count == 0)
            fields = AccessHost.HiddenFields(await browser.GetStringAsync("/connect/sign-in?returnUrl=%2Foffice"));
        fields["action"] = action;
        fields["message"] = message;
        return await browser.PostAsync($"/office/reports/{id}/steps", new FormUrlEncodedContent(fields));
    }

    private static async Task<HttpResponseMessage> AddAsync(HttpClient browser, long id, byte[] bytes, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "scan", name } };
        // One token serves all forms of a session.
        foreach (var (field, value) in AccessHost.HiddenFields(await browser.GetStringAsync("/connect/sign-in?returnUrl=%2Foffice")))
            form.Add(new StringContent(value), field);
        return await browser.PostAsync($"/office/reports/{id}/scans", form);
    }

    private static string Text(string page) => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(page, " ")), " ").Replace(" .", ".", StringComparison.Ordinal);

    [GeneratedRegex("""<a href="(/office/reports/\d+/figures/\d+)">([\d.]+)</a>""")]
    private static partial Regex Figure();

    [GeneratedRegex("""class="figure">(-?\d+)</td>""")]
    private static partial Regex Amount();

    [GeneratedRegex("""<a href="(/office/reports/\d+/scans/\d+)">""")]
    private static partial Regex Scan();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
