using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Reporting.Signing;

/// <summary>The attribute by which a signature names its certificate (RFC 5035, signing-certificate-v2); PAdES and CAdES ask for it.</summary>
internal static class SigningCertificate
{
    private const string Identifier = "1.2.840.113549.1.9.16.2.47";

    public static AsnEncodedData Of(X509Certificate2 certificate)
    {
        // SigningCertificateV2 { certs { ESSCertIDv2 { certHash } } }; without an algorithm the hash is SHA-256.
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        return new AsnEncodedData(Identifier, writer.Encode());
    }
}
