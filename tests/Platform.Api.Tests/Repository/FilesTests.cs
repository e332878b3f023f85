using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.Model.Access;
using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Storage.Repository;

namespace Platform.Api.Tests.Repository;

/// <summary>Files over HTTP: in by the tus protocol, out by signed links that are asked again.</summary>
public sealed class FilesTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(4000)];

    [Fact]
    public async Task UploadInTwoParts_IsStored_AndItsRangesAreGiven()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library("THMS"));
        api.Scope = TeacherOf(library);
        var where = await BeginAsync(api, "Bài 1.pdf", Pdf.Length);

        var first = await AppendAsync(api, where, 0, Pdf[..1500]);
        var stands = await api.Http.SendAsync(Tus(HttpMethod.Head, where));
        var wrong = await AppendAsync(api, where, 1000, Pdf[1000..]);
        var last = await AppendAsync(api, where, 1500, Pdf[1500..]);

        (first.StatusCode, Offset(first)).ShouldBe((HttpStatusCode.NoContent, "1500"));
        (stands.StatusCode, Offset(stands)).ShouldBe((HttpStatusCode.OK, "1500"));
        (wrong.StatusCode, Offset(wrong)).ShouldBe((HttpStatusCode.Conflict, "1500"));
        (last.StatusCode, Offset(last)).ShouldBe((HttpStatusCode.NoContent, "4009"));
        await using var db = api.Database.Open();
        var upload = await db.Uploads.Include(u => u.Content).SingleAsync();
        upload.Content!.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Pdf)));
    }

    [Fact]
    public async Task UploadWithoutProtocolPermissionOrLibrary_IsRefused()
    {
        await using var api = await PlatformApi.StartAsync();
        var library = await api.Database.HasAsync(A.Library("THMS"));

        (await api.Http.PostAsync("/files/uploads", null)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await api.Http.SendAsync(Creation("a.pdf", 10))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        api.Scope = TeacherOf(library);
        (await api.Http.SendAsync(Creation("a.pdf", 10, "KHAC"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await api.Http.SendAsync(Creation("a.pdf", 0))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Program_IsRefusedWithItsReason()
    {
        await using var api = await PlatformApi.StartAsync();
        api.Scope = TeacherOf(await api.Database.HasAsync(A.Library("THMS")));
        var where = await BeginAsync(api, "bai.pptx", 4);

        var refused = await AppendAsync(api, where, 0, "MZ\0\0"u8.ToArray());

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("\"code\":\"PROGRAM\"");
        (await api.Http.SendAsync(Tus(HttpMethod.Head, where))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Link_GivesTheFileInRanges_UntilTheResourceIsWithdrawn()
    {
        await using var api = await PlatformApi.StartAsync();
        var (file, resource) = await FileAsync(api, Pdf, FileFormat.Pdf, "Bài 1.pdf");
        var link = LinkTo(api, file, AccessAction.ReadOnline, new LinkReader(Standing.OwnPupil, resource.LibraryId, null));

        var range = await api.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new RangeHeaderValue(9, 18) } });
        await using (var db = api.Database.Open())
        {
            (await db.EResources.SingleAsync()).WithdrawnOn = A.Today;
            await db.SaveChangesAsync();
        }
        var afterwards = await api.Http.GetAsync(link);

        range.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await range.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf[9..19]);
        range.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        range.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        range.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox;");
        afterwards.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task PageWithScript_IsOnlyEverAnAttachment()
    {
        await using var api = await PlatformApi.StartAsync();
        var (file, resource) = await FileAsync(api, "<script>alert(1)</script>"u8.ToArray(), FileFormat.Html, "trang.html");

        var page = await api.Http.GetAsync(LinkTo(api, file, AccessAction.ReadOnline, new LinkReader(Standing.OwnPupil, resource.LibraryId, null)));

        page.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        page.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task ForgedLink_AndLinkWithoutATurn_GiveNothing()
    {
        await using var api = await PlatformApi.StartAsync();
        var (file, resource) = await FileAsync(api, Pdf, FileFormat.Pdf, "a.pdf", RightsBasis.LibraryCopy);
        var reader = new LinkReader(Standing.OwnPupil, resource.LibraryId, null);

        (await api.Http.GetAsync("/files/content/1.3.1.1..." + new string('A', 43))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await api.Http.GetAsync(LinkTo(api, file, AccessAction.Download, reader))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await api.Http.GetAsync(LinkTo(api, file, AccessAction.ReadOnline, reader))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await using var db = api.Database.Open();
        var seats = new ReadingSeats(db, TimeProvider.System);
        await seats.SetCopiesAsync(resource.Id, 1, CancellationToken.None);
        var turn = await seats.TakeAsync(resource.Id, "r", TimeSpan.FromMinutes(5), CancellationToken.None);
        (await api.Http.GetAsync(LinkTo(api, file, AccessAction.ReadOnline, reader, turn!.LeaseId))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ManyRangesByOneReader_CountOnceADay_AndAnotherReaderAgain()
    {
        var clock = new FakeTimeProvider(A.Noon);
        await using var api = await PlatformApi.StartAsync(clock: clock);
        var (file, resource) = await FileAsync(api, Pdf, FileFormat.Pdf, "a.pdf");

        foreach (var account in new long[] { 1, 1, 1, 2 })
            (await api.Http.GetAsync(LinkTo(api, file, AccessAction.ReadOnline, new LinkReader(Standing.OwnPupil, resource.LibraryId, account), clock: clock))).EnsureSuccessStatusCode();

        await using var db = api.Database.Open();
        (await db.EResourceUses.CountAsync(u => u.Kind == UseKind.Read)).ShouldBe(2);
        // The session ends with the school day, at midnight in Vietnam.
        clock.SetUtcNow(new DateTimeOffset(2026, 10, 5, 17, 0, 0, TimeSpan.Zero));
        foreach (var account in new long[] { 1, 1 })
            (await api.Http.GetAsync(LinkTo(api, file, AccessAction.ReadOnline, new LinkReader(Standing.OwnPupil, resource.LibraryId, account), clock: clock))).EnsureSuccessStatusCode();
        (await db.EResourceUses.CountAsync(u => u.Kind == UseKind.Read)).ShouldBe(3);
        (await db.EResourceUses.Select(u => u.SessionKey).ToListAsync()).ShouldAllBe(key => key.Length == 64);
    }

    private static Scope TeacherOf(Library library) => new() { Actor = "account:7", AccountId = 7, LibraryIds = [library.Id], Permissions = RolePermissions.Of(Role.Teacher) };

    private static string LinkTo(PlatformApi api, EResourceFile file, AccessAction action, LinkReader reader, Guid? lease = null, TimeProvider? clock = null) =>
        "/files/content/" + api.Services.GetRequiredService<SignedLinks>().Sign(new LinkTicket(file.Id, action, reader, lease, (clock ?? TimeProvider.System).GetUtcNow().AddMinutes(5)));

    private static async Task<(EResourceFile File, EResource Resource)> FileAsync(
        PlatformApi api, byte[] bytes, FileFormat format, string name, RightsBasis rights = RightsBasis.TeacherMade)
    {
        var resource = A.Resource(await api.Database.HasAsync(A.Library()), rights, rights is RightsBasis.LibraryCopy ? 1 : null);
        var store = api.Services.GetRequiredService<FileStore>();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = Path.Combine(store.Folder, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, bytes);
        await store.AdoptAsync(path, hash, CancellationToken.None);
        var file = new EResourceFile
        {
            LibraryId = resource.LibraryId,
            ContentId = 0,
            Name = name,
            Position = 0,
            Content = new FileContent { Sha256 = hash, Size = bytes.Length, Format = format, StoredAt = A.Noon },
        };
        resource.Versions.Add(new EResourceVersion { LibraryId = resource.LibraryId, Number = 1, CreatedAt = A.Noon, Files = [file] });
        await api.Database.HasAsync(resource);
        return (file, resource);
    }

    private static async Task<string> BeginAsync(PlatformApi api, string name, int size)
    {
        var begun = await api.Http.SendAsync(Creation(name, size));
        begun.StatusCode.ShouldBe(HttpStatusCode.Created);
        return begun.Headers.Location!.OriginalString;
    }

    private static HttpRequestMessage Creation(string name, int size, string library = "THMS")
    {
        var request = Tus(HttpMethod.Post, "/files/uploads");
        request.Headers.Add("Upload-Length", size.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Metadata", $"filename {Base64(name)},library {Base64(library)}");
        return request;
    }

    private static Task<HttpResponseMessage> AppendAsync(PlatformApi api, string where, int offset, byte[] bytes)
    {
        var request = Tus(HttpMethod.Patch, where);
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        return api.Http.SendAsync(request);
    }

    private static HttpRequestMessage Tus(HttpMethod method, string path) => new(method, path) { Headers = { { "Tus-Resumable", "1.0.0" } } };

    private static string Offset(HttpResponseMessage response) => response.Headers.GetValues("Upload-Offset").Single();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
