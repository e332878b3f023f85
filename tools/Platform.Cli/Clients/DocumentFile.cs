using System.Text.Json;

namespace Platform.Cli.Clients;

/// <summary>Reads documents from files, and parts them so that each request stays within what a server takes.</summary>
internal static class DocumentFile
{
    private const int MostOfABatch = 100;
    private const int MostCharactersOfABatch = 60_000;

    /// <summary>The documents of a file, each with the name by which its owner knows it.</summary>
    /// <exception cref="JsonException">A manifest is no JSON object of names and documents.</exception>
    public static async Task<IReadOnlyList<(string Name, string Text)>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(file, cancellationToken);
        if (!file.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return [(Path.GetFileName(file), text)];
        var manifest = JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? throw new JsonException($"'{file}' maps no names to documents.");
        return [.. manifest.Select(entry => (entry.Key, entry.Value))];
    }

    /// <summary>The documents in as few parts as may be.</summary>
    public static IEnumerable<IReadOnlyList<(string Name, string Text)>> Batches(IEnumerable<(string Name, string Text)> documents)
    {
        var (batch, characters) = (new List<(string Name, string Text)>(), 0);
        foreach (var document in documents)
        {
            if (batch.Count > 0 && (batch.Count == MostOfABatch || characters + document.Text.Length > MostCharactersOfABatch))
            {
                yield return batch;
                (batch, characters) = ([], 0);
            }
            batch.Add(document);
            characters += document.Text.Length;
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
