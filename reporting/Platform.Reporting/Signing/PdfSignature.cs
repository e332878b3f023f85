using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Platform.Reporting.Signing;

/// <summary>
/// Signs a rendered PDF in the document (PAdES baseline B-B, ETSI EN 319 142-1): an incremental update, so that the bytes that were
/// signed stay as they were. It expects the PDFs that this platform writes.
/// </summary>
public static class PdfSignature
{
    private const int RoomForSignature = 16 * 1024;
    private const string ByteRangeBlank = "/ByteRange [0 0000000000 0000000000 0000000000]";

    /// <summary>Appends the signature of the certificate's owner.</summary>
    /// <param name="pdf">The document.</param>
    /// <param name="certificate">The signer's certificate with its private key.</param>
    /// <param name="chain">Certificates that lead to the root, without it.</param>
    /// <param name="signedAt">The time that the document states.</param>
    /// <param name="reason">Why it is signed, for example "Phê duyệt báo cáo".</param>
    /// <exception cref="InvalidDataException">The bytes are no PDF of this platform.</exception>
    public static byte[] Sign(byte[] pdf, X509Certificate2 certificate, X509Certificate2Collection chain, DateTimeOffset signedAt, string reason)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        var update = PdfUpdate.Of(pdf);
        var (field, signature) = (update.NewNumber(), update.NewNumber());
        update.Write(signature, string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached {ByteRangeBlank} /Contents <{new string('0', 2 * RoomForSignature)}> /M (D:{signedAt.UtcDateTime:yyyyMMddHHmmss}Z) /Reason {Text(reason)}>>"));
        update.Write(field, string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature{field}) /F 132 /Rect [0 0 0 0] /P {update.FirstPage} 0 R /V {signature} 0 R>>"));
        update.Extend(update.FirstPage, $"/Annots [{field} 0 R]");
        update.Extend(update.Root, $"/AcroForm <</Fields [{field} 0 R] /SigFlags 3>>");
        return Fill(update.Close(), certificate, chain);
    }

    /// <summary>A signature beside the document (CAdES, DER): whoever has the document and this file can check both.</summary>
    public static byte[] Detached(ReadOnlyMemory<byte> content, X509Certificate2 certificate, X509Certificate2Collection chain)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(chain);
        var cms = new SignedCms(new ContentInfo(content.ToArray()), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), // SHA-256
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(chain);
        signer.SignedAttributes.Add(SigningCertificate.Of(certificate));
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    // The signature covers everything but its own place, whose bounds stand in the byte range.
    private static byte[] Fill(byte[] pdf, X509Certificate2 certificate, X509Certificate2Collection chain)
    {
        var hole = 2 * RoomForSignature + 2;
        var start = pdf.AsSpan().LastIndexOf("/Contents <"u8) + "/Contents ".Length;
        var range = string.Create(CultureInfo.InvariantCulture, $"/ByteRange [0 {start:0000000000} {start + hole:0000000000} {pdf.Length - start - hole:0000000000}]");
        Encoding.ASCII.GetBytes(range).CopyTo(pdf, pdf.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(ByteRangeBlank)));
        byte[] covered = [.. pdf.AsSpan(0, start), .. pdf.AsSpan(start + hole)];
        var signature = Convert.ToHexString(Detached(covered, certificate, chain));
        if (signature.Length > 2 * RoomForSignature)
            throw new InvalidOperationException($"The signature has {signature.Length / 2} bytes, there is room for {RoomForSignature}.");
        Encoding.ASCII.GetBytes(signature).CopyTo(pdf, start + 1);
        return pdf;
    }

    private static string Text(string words) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(words))}>";
}
