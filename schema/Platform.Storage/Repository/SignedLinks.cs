using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Platform.Model.Repository;

namespace Platform.Storage.Repository;

/// <summary>What a link lets its holder ask for. Whether it is given is decided again when it is asked for.</summary>
/// <param name="FileId">The file.</param>
/// <param name="Action">Reading online, downloading or a thumbnail.</param>
/// <param name="Reader">Who asked for the link.</param>
/// <param name="LeaseId">The reader's turn, for a work under copyright; otherwise null.</param>
/// <param name="ExpiresAt">When the link stops working; whole seconds.</param>
public sealed record LinkTicket(long FileId, AccessAction Action, LinkReader Reader, Guid? LeaseId, DateTimeOffset ExpiresAt);

/// <summary>Who asked for a link.</summary>
/// <param name="Standing">What the reader is to the library of the file.</param>
/// <param name="LibraryId">The reader's own library; null for nobody's reader.</param>
/// <param name="AccountId">The reader's account; null for a caller without one.</param>
public sealed record LinkReader(Standing Standing, long? LibraryId, long? AccountId);

/// <summary>Short-lived links to files: a ticket in plain text with a signature that only the platform can make (HMAC-SHA-256).</summary>
public sealed class SignedLinks
{
    private const char Between = '.';
    private readonly byte[] _key;
    private readonly TimeProvider _clock;

    public SignedLinks(IOptions<FileStoreOptions> options, FileStore store, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(store);
        _clock = clock;
        _key = options.Value.LinkSecret is { Length: > 0 } secret ? SHA256.HashData(Encoding.UTF8.GetBytes(secret)) : KeptKey(store.Folder);
    }

    /// <summary>The ticket as text for a link.</summary>
    public string Sign(LinkTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{ticket.FileId}{Between}{(byte)ticket.Action}{Between}{(byte)ticket.Reader.Standing}{Between}{ticket.Reader.LibraryId}{Between}{ticket.Reader.AccountId}{Between}{ticket.LeaseId:N}{Between}{ticket.ExpiresAt.ToUnixTimeSeconds()}");
        return text + Between + Base64Url.EncodeToString(Signature(text));
    }

    /// <summary>The ticket of a link; null when the text was not made here, was changed, or has expired.</summary>
    public LinkTicket? Open(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.LastIndexOf(Between);
        if (end < 0 || !IsSignature(text[(end + 1)..], text[..end]))
            return null;
        var parts = text[..end].Split(Between);
        var ticket = new LinkTicket(
            long.Parse(parts[0], CultureInfo.InvariantCulture),
            (AccessAction)byte.Parse(parts[1], CultureInfo.InvariantCulture),
            new LinkReader((Standing)byte.Parse(parts[2], CultureInfo.InvariantCulture), NumberOf(parts[3]), NumberOf(parts[4])),
            parts[5].Length == 0 ? null : Guid.ParseExact(parts[5], "N"),
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[6], CultureInfo.InvariantCulture)));
        return ticket.ExpiresAt > _clock.GetUtcNow() ? ticket : null;
    }

    /// <summary>A row's key as text for a link to something else than a stored file; <paramref name="purpose"/> says what, and no other purpose opens it.</summary>
    public string Seal(string purpose, long id, DateTimeOffset expiresAt)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{id}{Between}{expiresAt.ToUnixTimeSeconds()}");
        return text + Between + Base64Url.EncodeToString(Signature($"{purpose}:{text}"));
    }

    /// <summary>The key in a sealed text; null when it was not made here for the purpose, was changed, or has expired.</summary>
    public long? Unseal(string purpose, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split(Between) is not [var id, var expires, var signature] || !IsSignature(signature, $"{purpose}:{id}{Between}{expires}"))
            return null;
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture));
        return expiresAt > _clock.GetUtcNow() ? long.Parse(id, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A code for a value that only the platform can make again: for counting a reader once without keeping who it was.</summary>
    public string CodeOf(string value) => Convert.ToHexStringLower(Signature("code:" + value));

    private static long? NumberOf(string part) => part.Length == 0 ? null : long.Parse(part, CultureInfo.InvariantCulture);

    private byte[] Signature(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));

    private bool IsSignature(string given, string text) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(given),
        Encoding.UTF8.GetBytes(Base64Url.EncodeToString(Signature(text))));

    // Two processes that start at once must agree: the first file stays, whoever made it.
    private static byte[] KeptKey(string folder)
    {
        var path = Path.Combine(folder, "link.key");
        if (!File.Exists(path))
        {
            var fresh = path + "." + Guid.NewGuid().ToString("N");
            File.WriteAllBytes(fresh, RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            try
            {
                File.Move(fresh, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(fresh);
            }
        }
        return File.ReadAllBytes(path);
    }
}
