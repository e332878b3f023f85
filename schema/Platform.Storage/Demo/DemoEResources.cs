using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Platform.Model;
using Platform.Model.Libraries;
using Platform.Model.Repository;
using Platform.Model.Text;
using Platform.Storage.Repository;

namespace Platform.Storage.Demo;

/// <summary>Lessons and lesson plans of the demo schools, taught or appraised, contributed two days later; each with a small document of its own.</summary>
internal sealed class DemoEResources(IReadOnlyDictionary<string, Library> libraries, DateOnly today, FileStore? files)
{
    private const int DaysToContribution = 2;
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    // A fixed time keeps the bytes the same.
    private static readonly DateTimeOffset Written = new(2025, 9, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Those that were contributed before today.</summary>
    public async Task<IReadOnlyList<EResource>> ResourcesAsync(CancellationToken cancellationToken)
    {
        var resources = new List<EResource>();
        foreach (var lesson in DemoFiles.Lessons().Where(l => l.On.AddDays(DaysToContribution) < today))
            resources.Add(await ResourceAsync(lesson, cancellationToken));
        return resources;
    }

    private async Task<EResource> ResourceAsync(DemoLesson lesson, CancellationToken cancellationToken)
    {
        var library = libraries[lesson.Library];
        var contributedOn = lesson.On.AddDays(DaysToContribution);
        var at = SchoolTime.StartOf(contributedOn).AddHours(10);
        var resource = new EResource
        {
            LibraryId = library.Id,
            Kind = lesson.Kind,
            Title = lesson.Title,
            TitleKey = VietnameseText.Fold(lesson.Title),
            SearchText = VietnameseText.Fold($"{lesson.Title} {lesson.Author} {lesson.Subject}"),
            Subject = lesson.Subject,
            GradeFrom = lesson.Grade,
            GradeTo = lesson.Grade,
            Author = lesson.Author,
            Rights = RightsBasis.TeacherMade,
            Licence = Licence.GroupSchools,
            ConsentOn = lesson.On,
            Level = SharingLevel.Download,
            Audience = Audience.Group,
            State = EResourceState.Contributed,
            NewestVersion = 1,
            PublishedVersion = 1,
            PublishedOn = contributedOn,
            ContributedOn = contributedOn,
            CountsAsElearning = true,
            ElearningReason = lesson.Minutes is null ? ElearningReason.TaughtLesson : ElearningReason.AppraisedLesson,
            CreatedAt = at,
        };
        resource.Steps.Add(StepOf(lesson, library.Id, at));
        resource.Versions.Add(new EResourceVersion { LibraryId = library.Id, Number = 1, CreatedAt = at, Files = await FilesAsync(lesson, library.Id, at, cancellationToken) });
        return resource;
    }

    private static AppraisalRecord StepOf(DemoLesson lesson, long libraryId, DateTimeOffset at) => new()
    {
        LibraryId = libraryId,
        VersionNumber = 1,
        State = EResourceState.Appraised,
        Evidence = lesson.Minutes is null ? EvidenceKind.Taught : EvidenceKind.Minutes,
        MinutesNumber = lesson.Minutes,
        EvidenceOn = lesson.On,
        ClassName = lesson.ClassName,
        At = at,
    };

    private async Task<List<EResourceFile>> FilesAsync(DemoLesson lesson, long libraryId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (files is null)
            return [];
        var bytes = Document(lesson);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var path = Path.Combine(files.Folder, $"demo-{hash}");
        await File.WriteAllBytesAsync(path, bytes, cancellationToken);
        await files.AdoptAsync(path, hash, cancellationToken);
        var content = new FileContent { Sha256 = hash, Size = bytes.Length, Format = FileFormat.Docx, StoredAt = at };
        return [new EResourceFile { LibraryId = libraryId, ContentId = 0, Content = content, Name = "Ke hoach bai day.docx", Position = 0 }];
    }

    // The three parts that a word processor needs (ECMA-376).
    private static byte[] Document(DemoLesson lesson)
    {
        string[] lines =
        [
            lesson.Title, $"Môn {lesson.Subject}. Người soạn: {lesson.Author}.",
            "Mục tiêu: học sinh nêu được ý chính của bài và vận dụng vào một tình huống gần gũi.",
            "Khởi động: hỏi nhanh ba câu về bài trước.", "Hoạt động: làm việc theo nhóm bốn em với phiếu học tập.", "Củng cố: mỗi nhóm trình bày một kết quả.",
        ];
        var body = new XElement(Word + "body", lines.Select(line => new XElement(Word + "p", new XElement(Word + "r", new XElement(Word + "t", line)))));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Write(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Write(zip, "word/document.xml", new XElement(Word + "document", new XAttribute(XNamespace.Xmlns + "w", Word.NamespaceName), body).ToString(SaveOptions.DisableFormatting));
        }
        return stream.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Written;
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{xml}"));
    }
}

internal sealed record DemoLesson(string Library, EResourceKind Kind, string Title, string Subject, int Grade, string Author, DateOnly On, string? ClassName, string? Minutes);
