using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Platform.Storage;

namespace Platform.Api.Access;

/// <summary>The folder <c>keys</c> in the data folder, and files in it that only the server's own account can read.</summary>
internal sealed class KeyFiles : IXmlRepository
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _folder;

    public KeyFiles(IOptions<StorageOptions> storage)
    {
        _folder = Path.Combine(storage.Value.DataPath, "keys");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
            return;
        }
        Directory.CreateDirectory(_folder, OwnerFolder);
        File.SetUnixFileMode(_folder, OwnerFolder); // a folder that was there before, or came back from a backup
    }

    /// <summary>The files of a kind, by name.</summary>
    public IEnumerable<string> Find(string pattern) => Directory.EnumerateFiles(_folder, pattern).Order(StringComparer.Ordinal);

    /// <summary>Writes a file whole or not at all.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var part = Path.Combine(_folder, $".{name}.{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        using (var file = new FileStream(part, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, Path.Combine(_folder, name), overwrite: true);
    }

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Find("cookie-*.xml").Select(file => XElement.Load(file))];

    public void StoreElement(XElement element, string friendlyName)
    {
        using var content = new MemoryStream();
        element.Save(content);
        Write($"cookie-{friendlyName}.xml", content.ToArray());
    }
}
