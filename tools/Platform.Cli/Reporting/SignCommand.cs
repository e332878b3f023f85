using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Platform.Reporting.Signing;

namespace Platform.Cli.Reporting;

/// <summary><c>platform report sign</c>: signs a report's PDF in the document, or any file beside it, with a certificate file of the school.</summary>
internal static class SignCommand
{
    private const string Password = "PLATFORM_SIGNING_PASSWORD";

    public static Command Create(Option<FileInfo?> output)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The file to sign." };
        var certificate = new Option<FileInfo>("--certificate") { Description = $"The signer's certificate with its key and chain (PKCS #12); its password is read from {Password}.", Required = true };
        var detached = new Option<bool>("--detached") { Description = "Writes the signature as a file of its own (FILE.p7s) instead of into the PDF." };
        var reason = new Option<string>("--reason") { Description = "Why it is signed, as readers show it.", DefaultValueFactory = _ => "Phê duyệt báo cáo" };
        var command = new Command("sign", "Signs a report: in the PDF (PAdES), or beside the file (CAdES).") { file, certificate, detached, reason, output };
        command.SetAction((arguments, cancellationToken) => SignAsync(
            arguments.GetRequiredValue(file), arguments.GetRequiredValue(certificate), arguments.GetValue(detached), arguments.GetValue(reason) ?? "", arguments.GetValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> SignAsync(FileInfo file, FileInfo certificate, bool detached, string reason, FileInfo? output, CancellationToken cancellationToken)
    {
        try
        {
            var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(certificate.FullName, Environment.GetEnvironmentVariable(Password));
            if (all.FirstOrDefault(c => c.HasPrivateKey) is not { } signer)
                return await CommandHost.FailAsync($"'{certificate.Name}' holds no private key.");
            var chain = new X509Certificate2Collection(all.Where(c => c != signer).ToArray());
            var content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            var signed = detached ? PdfSignature.Detached(content, signer, chain) : PdfSignature.Sign(content, signer, chain, TimeProvider.System.GetUtcNow(), reason);
            var path = output?.FullName ?? (detached ? file.FullName + ".p7s" : Path.ChangeExtension(file.FullName, ".signed.pdf"));
            await File.WriteAllBytesAsync(path, signed, cancellationToken);
            await Console.Out.WriteLineAsync($"{signer.GetNameInfo(X509NameType.SimpleName, false)}: {path}");
            return CommandHost.Done;
        }
        catch (Exception fault) when (fault is CryptographicException or InvalidDataException or IOException)
        {
            return await CommandHost.FailAsync(fault.Message);
        }
    }
}
