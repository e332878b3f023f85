using Platform.Marc;
using Platform.Model.Catalogue.Checks;
using Platform.Model.Catalogue.Mapping;
using Platform.Model.Libraries;
using Platform.Model.Repository;

namespace Platform.Model.Tests.Repository;

/// <summary>An e-resource as a MARC record and in Dublin Core, against values written by hand.</summary>
public sealed class EResourceMarcTests
{
    private static readonly Uri Address = new("https://thuvien.example.org/");

    [Fact]
    public void Lesson_IsARecordWithALinkForEachFile()
    {
        var record = EResourceMarc.Of(Lesson(), [FileOf("Bài 1.pdf", FileFormat.Pdf, 4009), FileOf("Phiếu.docx", FileFormat.Docx, 900)], Address);

        record.ToString().ShouldBe("""
            =LDR  00000nmm a2200000 i 4500
            =007  cr |||||||||||
            =008  261005s2026    vm      o  d        vie d
            =040  \\$aTHMS$bvie$erda
            =041  0\$avie
            =100  0\$aLương Thị Thơm
            =245  10$aPhép cộng có nhớ /$cLương Thị Thơm
            =264  \1$bTrường Tiểu học Mai Sơn,$c2026
            =336  \\$btxt$2rdacontent
            =337  \\$bc$2rdamedia
            =338  \\$bcr$2rdacarrier
            =506  1\$ab) Đọc trực tuyến
            =520  \\$aCộng hai số có hai chữ số.
            =521  2\$a2-3
            =540  \\$aCC BY 4.0$uhttps://creativecommons.org/licenses/by/4.0/
            =650  \4$aToán
            =655  \4$aBài giảng điện tử
            =856  40$qapplication/pdf$s4009 byte$uhttps://thuvien.example.org/files/e-resources/0/1$yBài 1.pdf
            =856  40$qapplication/vnd.openxmlformats-officedocument.wordprocessingml.document$s900 byte$uhttps://thuvien.example.org/files/e-resources/0/2$yPhiếu.docx
            """.ReplaceLineEndings("\n").Replace((char)92, (char)32));
        RecordCheck.Of(record).Where(problem => problem.Severity is ProblemSeverity.Error).ShouldBeEmpty();
    }

    [Fact]
    public void Lesson_SaysTheSameInDublinCore()
    {
        var elements = DublinCore.Of(EResourceMarc.Of(Lesson(), [FileOf("Bài 1.pdf", FileFormat.Pdf, 4009)], Address));

        elements.Select(e => $"{e.Name}: {e.Value}").ShouldBe(
        [
            "title: Phép cộng có nhớ", "creator: Lương Thị Thơm", "subject: Toán", "subject: Bài giảng điện tử", "description: Cộng hai số có hai chữ số.", "publisher: Trường Tiểu học Mai Sơn",
            "date: 2026", "type: Bài giảng điện tử", "format: application/pdf", "identifier: https://thuvien.example.org/files/e-resources/0/1", "language: vie",
            "rights: b) Đọc trực tuyến", "rights: CC BY 4.0",
        ]);
    }

    [Fact]
    public void EveryKind_HasAFixedFieldOfFortyCharacters_AndNoError()
    {
        foreach (var kind in Enum.GetValues<EResourceKind>())
        {
            var lesson = Lesson();
            (lesson.Kind, lesson.PublishedOn, lesson.GradeFrom, lesson.Subject) = (kind, null, null, null);
            var record = EResourceMarc.Of(lesson, [], Address);

            record.Control("008")!.Length.ShouldBe(40, $"{kind}");
            record.Has("521").ShouldBeFalse();
            RecordCheck.Of(record).Where(problem => problem.Severity is ProblemSeverity.Error).ShouldBeEmpty($"{kind}");
        }
    }

    [Fact]
    public void LinksOfACataloguedResource_AreReplaced_AndOthersStay()
    {
        var book = new MarcRecordBuilder().Data("245", "10", "aDế Mèn").Data("856", "40", "uhttps://other.example.org/1").Build();
        var once = EResourceMarc.LinkInto(book, Lesson(), [FileOf("a.pdf", FileFormat.Pdf, 1), FileOf("b.pdf", FileFormat.Pdf, 2)], Address);

        var twice = EResourceMarc.LinkInto(once, Lesson(), [FileOf("c.pdf", FileFormat.Pdf, 3)], Address);

        once.DataFields("856").Select(f => f['y']).ShouldBe([null, "a.pdf", "b.pdf"]);
        twice.DataFields("856").Select(f => f['u']).ShouldBe(["https://other.example.org/1", "https://thuvien.example.org/files/e-resources/0/1"]);
    }

    private static EResource Lesson()
    {
        var library = new Library { Code = "THMS", Name = "Trường Tiểu học Mai Sơn", Level = SchoolLevel.Primary };
        return new EResource
        {
            LibraryId = 1,
            Library = library,
            Kind = EResourceKind.ELesson,
            Title = "Phép cộng có nhớ",
            Subject = "Toán",
            GradeFrom = 2,
            GradeTo = 3,
            Author = "Lương Thị Thơm",
            Description = "Cộng hai số có hai chữ số.",
            Rights = RightsBasis.TeacherMade,
            Licence = Licence.CcBy,
            Level = SharingLevel.ReadOnline,
            Audience = Audience.Group,
            PublishedOn = A.Today,
            CreatedAt = A.Noon,
        };
    }

    private static EResourceFile FileOf(string name, FileFormat format, long size) => new()
    {
        LibraryId = 1,
        ContentId = 1,
        Name = name,
        Position = 0,
        Content = new FileContent { Sha256 = new string('a', 64), Size = size, Format = format, StoredAt = A.Noon },
    };
}
