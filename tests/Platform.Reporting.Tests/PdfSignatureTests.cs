using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Platform.Reporting.Rendering;
using Platform.Reporting.Signing;

namespace Platform.Reporting.Tests;

/// <summary>Signatures in and beside documents, with a chain made here: root, school authority, head of the school.</summary>
public sealed class PdfSignatureTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 3, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task SignedReport_IsValidForPdfsig_AndOneChangedByteIsNot()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdfsig"), "pdfsig (poppler-utils) is not installed.");
        using var chain = new TestChain();
        var pdf = await ReportAsync();

        var signed = PdfSignature.Sign(pdf, chain.Head, chain.Above, Day, "Phê duyệt báo cáo");
        var forged = (byte[])signed.Clone();
        forged[1000] ^= 1;

        signed.AsSpan(0, pdf.Length).SequenceEqual(pdf).ShouldBeTrue("the signed bytes stay as they were");
        var answer = await PdfsigAsync(signed);
        answer.ShouldContain("Signature is Valid.");
        answer.ShouldContain("Total document signed");
        answer.ShouldContain("Signer Certificate Common Name: Nguyễn Thị Hoa");
        answer.ShouldContain("ETSI.CAdES.detached");
        (await PdfsigAsync(forged)).ShouldContain("Digest Mismatch");
    }

    [Fact]
    public async Task SignedReport_ReadsAsBefore_AndOnlyADocumentOfOursIsSigned()
    {
        using var chain = new TestChain();
        var pdf = await ReportAsync();

        PdfReading.TextOf(PdfSignature.Sign(pdf, chain.Head, chain.Above, Day, "")).ShouldBe(PdfReading.TextOf(pdf));
        Should.Throw<InvalidDataException>(() => PdfSignature.Sign("%PDF-1.4"u8.ToArray(), chain.Head, chain.Above, Day, ""));
    }

    [Fact]
    public void DetachedSignature_BelongsToItsContentOnly()
    {
        using var chain = new TestChain();
        var content = "Báo cáo"u8.ToArray();
        var signature = PdfSignature.Detached(content, chain.Head, chain.Above);

        Check(content, signature);
        Should.Throw<CryptographicException>(() => Check([.. content, 1], signature));
    }

    private static void Check(byte[] content, byte[] signature)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.Decode(signature);
        cms.CheckSignature(verifySignatureOnly: true);
    }

    private static async Task<byte[]> ReportAsync()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var (_, snapshot) = await fixture.CloseAsync("R-01", "2026-10");
        return ReportFiles.Write(snapshot.Report, ReportFormat.Pdf).Bytes;
    }

    private static async Task<string> PdfsigAsync(byte[] pdf)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("platform-pdfsig-").FullName, "signed.pdf");
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/pdfsig", ["-nocert", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!; // pdfsig is there
        var answer = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return answer;
    }

    private sealed class TestChain : IDisposable
    {
        private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        private readonly RSA _rootKey = RSA.Create(2048);
        private readonly RSA _headKey = RSA.Create(2048);
        private readonly X509Certificate2 _root;

        public TestChain()
        {
            var root = new CertificateRequest("CN=Gốc chứng thực thử nghiệm", _rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            _root = root.CreateSelfSigned(From, From.AddYears(10));
            var head = new CertificateRequest("CN=Nguyễn Thị Hoa, O=Trường Tiểu học Bản Lầu", _headKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            head.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
            using var bare = head.Create(_root, From, From.AddYears(2), [1, 2, 3, 4]);
            Head = bare.CopyWithPrivateKey(_headKey);
        }

        public X509Certificate2 Head { get; }

        public X509Certificate2Collection Above => [_root];

        public void Dispose()
        {
            Head.Dispose();
            _root.Dispose();
            _headKey.Dispose();
            _rootKey.Dispose();
        }
    }
}
