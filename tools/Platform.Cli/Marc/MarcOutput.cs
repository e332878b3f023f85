namespace Platform.Cli.Marc;

/// <summary>Standard output, or a file that comes into being whole: until it is kept, an older file of its name stays as it is.</summary>
internal sealed class MarcOutput : IAsyncDisposable
{
    private readonly string? _path;
    private readonly string? _temporary;
    private bool _isKept;

    private MarcOutput(Stream stream, string? path, string? temporary)
    {
        Stream = stream;
        _path = path;
        _temporary = temporary;
    }

    public Stream Stream { get; }

    public static MarcOutput Open(string path)
    {
        if (path == MarcInput.Standard)
            return new MarcOutput(Console.OpenStandardOutput(), null, null);
        var temporary = path + ".partial";
        return new MarcOutput(new FileStream(temporary, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 }), path, temporary);
    }

    /// <summary>The output is good: it takes its place when this is disposed.</summary>
    public void Keep() => _isKept = true;

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        if (_path is null || _temporary is null)
            return;
        if (_isKept)
            File.Move(_temporary, _path, overwrite: true);
        else
            File.Delete(_temporary);
    }
}
