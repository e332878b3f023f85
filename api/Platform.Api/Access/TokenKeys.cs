using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Platform.Api.Access;

/// <summary>
/// The keys that sign and encrypt tokens, as certificates in the key folder. A new pair is made every <c>Access:KeyRotationDays</c>
/// and published a day before it is used, so that whoever keeps our key set has it in time; old ones stay valid as long again.
/// </summary>
internal sealed class TokenKeys(KeyFiles files, IOptions<AccessOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>How long a key is known before it is used.</summary>
    public static readonly TimeSpan PublishedBefore = TimeSpan.FromDays(1);

    private const int KeyBits = 2048;
    private readonly Lock _changing = new();
    private readonly Dictionary<string, X509Certificate2> _loaded = [];

    /// <summary>The signing certificates, oldest first.</summary>
    public IReadOnlyList<X509Certificate2> Signing => Load("signing");

    /// <summary>The encryption certificates, oldest first.</summary>
    public IReadOnlyList<X509Certificate2> Encryption => Load("encryption");

    /// <summary>Makes the keys that are missing or due.</summary>
    /// <returns>Whether a key was made.</returns>
    public bool Rotate()
    {
        lock (_changing)
        {
            var signing = RotateKind("signing", X509KeyUsageFlags.DigitalSignature);
            return RotateKind("encryption", X509KeyUsageFlags.KeyEncipherment) || signing;
        }
    }

    public void Dispose()
    {
        foreach (var certificate in _loaded.Values)
            certificate.Dispose();
    }

    private bool RotateKind(string kind, X509KeyUsageFlags usage)
    {
        var now = clock.GetUtcNow();
        var newest = Load(kind).Select(c => c.NotBefore.ToUniversalTime()).DefaultIfEmpty().Max();
        if (newest != default && newest.AddDays(options.Value.KeyRotationDays) - PublishedBefore > now.UtcDateTime)
            return false;
        var usableFrom = newest == default ? now.AddMinutes(-5) : now + PublishedBefore;
        var name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{usableFrom.UtcDateTime:yyyyMMddHHmmss}.pfx");
        files.Write(name, Make(kind, usage, usableFrom));
        return true;
    }

    private byte[] Make(string kind, X509KeyUsageFlags usage, DateTimeOffset usableFrom)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest($"CN=Platform tokens ({kind})", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        using var certificate = request.CreateSelfSigned(usableFrom, usableFrom.AddDays(2 * options.Value.KeyRotationDays));
        return certificate.Export(X509ContentType.Pkcs12);
    }

    private List<X509Certificate2> Load(string kind)
    {
        lock (_loaded)
        {
            var found = new List<X509Certificate2>();
            foreach (var file in files.Find($"{kind}-*.pfx"))
            {
                if (!_loaded.TryGetValue(file, out var certificate))
                    _loaded[file] = certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password: null);
                found.Add(certificate);
            }
            return found;
        }
    }
}
