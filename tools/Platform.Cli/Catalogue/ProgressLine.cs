using System.Globalization;
using Platform.Storage.Catalogue.Import;

namespace Platform.Cli.Catalogue;

/// <summary>One line that is written over: records so far and part of the file; nothing where the output is no terminal.</summary>
internal sealed class ProgressLine(string path) : IProgress<ImportProgress>
{
    private readonly bool _isShown = !Console.IsErrorRedirected;

    public void Report(ImportProgress value)
    {
        if (_isShown)
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{Path.GetFileName(path)}: {value.Records} records, {value.Fraction:P0}  "));
    }

    /// <summary>Removes the line.</summary>
    public void Clear()
    {
        if (_isShown)
            Console.Error.Write("\r\u001b[K");
    }
}
