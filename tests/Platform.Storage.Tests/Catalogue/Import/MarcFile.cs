using Platform.Marc;

namespace Platform.Storage.Tests.Catalogue.Import;

/// <summary>A file to import, removed when disposed.</summary>
internal sealed class MarcFile : IDisposable
{
    private MarcFile(string path) => Path = path;

    public string Path { get; }

    public static MarcFile Of(params MarcRecord[] records) => Of([.. records.SelectMany(record => record.ToStored().Bytes.ToArray())]);

    public static MarcFile Of(byte[] bytes)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"platform-{Guid.NewGuid():N}.mrc");
        File.WriteAllBytes(path, bytes);
        return new MarcFile(path);
    }

    /// <summary>A book with a copy for each registration number.</summary>
    public static MarcRecord Book(string title, params string[] numbers) => MarcRecord.Create(
        Leader.NewBook,
        [
            new DataField("245", '0', '0', new Subfield('a', title)),
            .. numbers.Select(number => new DataField("952", ' ', ' ', new Subfield('p', number))),
        ]);

    public void Dispose() => File.Delete(Path);
}
