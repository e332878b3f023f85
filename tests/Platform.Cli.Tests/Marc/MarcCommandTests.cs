using System.Text;

namespace Platform.Cli.Tests.Marc;

public sealed class MarcCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Convert_WritesTheOtherFormatAndExitsWithZero()
    {
        var input = Write("in.mrc", Record("Tắt đèn /"));
        var output = Path.Combine(_folder, "out.xml");

        var result = await PlatformProcess.RunAsync("marc", "convert", input, "--to", "marcxml", "-o", output);

        result.ShouldBe(new PlatformProcess.Result(0, "", ""));
        (await File.ReadAllTextAsync(output)).ShouldContain("<subfield code=\"a\">Tắt đèn /</subfield>");
        Directory.GetFiles(_folder).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Convert_ReadsStandardInputAndWritesStandardOutput()
    {
        var result = await PlatformProcess.RunAsync(Record("Tắt đèn /"), "marc", "convert", "-", "--to", "mrk");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("=245  10$aTắt đèn /\n");
    }

    [Fact]
    public async Task Convert_RepairedRecord_ExitsWithOneAndSaysWhatWasWrong()
    {
        var input = Write("in.mrc", [.. Encoding.UTF8.GetBytes("99999"), .. Record("Tắt đèn /")[5..]]);

        var result = await PlatformProcess.RunAsync("marc", "convert", input, "--to", "json");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("Tắt đèn /");
        result.Errors.ShouldContain($"{input}: record 1, offset 0, Repaired: RecordLength");
    }

    [Theory]
    [InlineData("%PDF-1.7 no record", "It is a PDF.")]
    [InlineData("<html><p>no record</p></html>", "no MARC records")]
    public async Task Convert_Rubbish_ExitsWithTwoAndLeavesNothing(string rubbish, string said)
    {
        var input = Write("in.mrc", Encoding.UTF8.GetBytes(rubbish));

        var result = await PlatformProcess.RunAsync("marc", "convert", input, "--to", "marcxml", "-o", Path.Combine(_folder, "out.xml"));

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain(said);
        Directory.GetFiles(_folder).ShouldBe([input]);
    }

    [Fact]
    public async Task Convert_MissingFile_NamesIt()
    {
        var result = await PlatformProcess.RunAsync("marc", "convert", "no-such.mrc", "--to", "marcxml");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("There is no file 'no-such.mrc'.");
    }

    [Fact]
    public async Task Convert_UnknownFormat_NamesTheKnownOnes()
    {
        var result = await PlatformProcess.RunAsync("marc", "convert", "-", "--to", "pdf");

        result.ExitCode.ShouldNotBe(0);
        result.Errors.ShouldContain("'pdf' is no format: marc, marcxml, json or mrk.");
    }

    [Fact]
    public async Task Convert_CharacterThatMarc8Lacks_IsRefusedWithRecordAndTag()
    {
        var input = Write("in.mrc", Record("Emoji 😀"));

        var result = await PlatformProcess.RunAsync("marc", "convert", input, "--to", "marc", "--output-charset", "marc-8");

        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldContain("record 1, field 245, Lost: UnencodableCharacter");
        result.Errors.ShouldContain("U+1F600");
    }

    [Fact]
    public async Task Convert_Strict_StopsAtTheFirstFault()
    {
        var input = Write("in.mrc", [.. Record("Tắt đèn /"), .. Encoding.UTF8.GetBytes("99999"), .. Record("Chí Phèo /")[5..]]);

        var result = await PlatformProcess.RunAsync("marc", "convert", input, "--to", "mrk", "--strict");

        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("record 2");
        result.Output.ShouldContain("Tắt đèn /");
        result.Output.ShouldNotContain("Chí Phèo");
    }

    [Fact]
    public async Task Check_ListsProblemsAsJson()
    {
        var input = Write("in.mrc", [.. Encoding.UTF8.GetBytes("99999"), .. Record("Tắt đèn /")[5..]]);

        var result = await PlatformProcess.RunAsync("marc", "check", input, "--json");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldStartWith("{\"rule\":\"RecordLength\",\"severity\":\"Repaired\",\"offset\":0,\"recordNumber\":1,");
    }

    [Fact]
    public async Task Count_CountsRecordsBytesAndEncodings()
    {
        var record = Record("Tắt đèn /");
        var input = Write("in.mrc", [.. record, .. record]);

        var result = await PlatformProcess.RunAsync("marc", "count", input);

        result.Output.ReplaceLineEndings("\n").ShouldBe($"records\t2\nbytes\t{2 * record.Length}\nunicode\t2\nmarc-8\t0\nother\t0\n");
    }

    private static byte[] Record(string title)
    {
        var field = Encoding.UTF8.GetBytes($"10\u001Fa{title}\u001E");
        var head = $"{24 + 12 + 1 + field.Length + 1:00000}nam a2200037   4500245{field.Length:0000}00000\u001E";
        return [.. Encoding.ASCII.GetBytes(head), .. field, 0x1D];
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
