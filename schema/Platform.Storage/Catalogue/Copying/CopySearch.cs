using System.Net.Sockets;
using System.Xml;
using Microsoft.Extensions.Options;
using Platform.Marc;
using Platform.Model.Catalogue.Mapping;

namespace Platform.Storage.Catalogue.Copying;

/// <summary>Asks the configured SRU servers, all at once, each within its time and size; none of them can do more harm than give nothing.</summary>
public sealed class CopySearch(IHttpClientFactory clients, IOptions<CopyOptions> options)
{
    internal const string PublicClient = "copy-public";
    internal const string AnyClient = "copy-any";

    /// <summary>The answers, in the order of configuration.</summary>
    /// <param name="text">Words, or an ISBN.</param>
    /// <param name="most">At most so many records of each server.</param>
    /// <param name="cancellationToken">Stops all questions.</param>
    public async Task<IReadOnlyList<CopyAnswer>> FindAsync(string text, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return await Task.WhenAll(options.Value.Targets.Select(target => AskAsync(target, text, most, cancellationToken)));
    }

    private async Task<CopyAnswer> AskAsync(CopyTarget target, string text, int most, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(TimeSpan.FromSeconds(options.Value.TargetSeconds));
        try
        {
            var found = await GetAsync(target, text, most, time.Token);
            var state = found.Records.Count == 0 && found.Diagnostic is not null ? CopyState.Refused : CopyState.Answered;
            return new CopyAnswer(target, state, found.Total ?? found.Records.Count, found.Records, found.Diagnostic);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return CopyAnswer.Without(target, CopyState.TimedOut);
        }
        catch (XmlException)
        {
            return CopyAnswer.Without(target, CopyState.NotUnderstood);
        }
        catch (AnswerTooLargeException)
        {
            return CopyAnswer.Without(target, CopyState.TooLarge);
        }
        catch (HttpRequestException fault) when (fault.InnerException is PrivateAddressException)
        {
            return CopyAnswer.Without(target, CopyState.PrivateAddress);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException)
        {
            return CopyAnswer.Without(target, CopyState.Unreachable);
        }
    }

    private async Task<SruRecords> GetAsync(CopyTarget target, string text, int most, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(target.AllowPrivateNetwork ? AnyClient : PublicClient);
        using var response = await client.GetAsync(AddressOf(target, text, most), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var answer = await BoundedAsync(content, options.Value.MostBytes, cancellationToken);
        return await SruRecords.ReadAsync(answer, options.Value.MostBytes, most, cancellationToken);
    }

    private static async Task<MemoryStream> BoundedAsync(Stream content, int mostBytes, CancellationToken cancellationToken)
    {
        var answer = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await content.ReadAsync(piece, cancellationToken) is > 0 and var read)
        {
            if (answer.Length + read > mostBytes)
                throw new AnswerTooLargeException();
            answer.Write(piece, 0, read);
        }
        answer.Position = 0;
        return answer;
    }

    private static Uri AddressOf(CopyTarget target, string text, int most)
    {
        var words = text.Replace("\\", " ", StringComparison.Ordinal).Replace("\"", " ", StringComparison.Ordinal).Replace("*", " ", StringComparison.Ordinal).Replace("?", " ", StringComparison.Ordinal).Replace("^", " ", StringComparison.Ordinal);
        var query = Isbn.Read(text) is { } isbn ? $"{target.IsbnIndex}={isbn.Digits}" : $"{target.WordIndex} all \"{words.Trim()}\"";
        var schema = target.RecordSchema.Length == 0 ? "" : $"&recordSchema={Uri.EscapeDataString(target.RecordSchema)}";
        var operation = target.Version is "2.0" ? "" : "&operation=searchRetrieve";
        return new Uri(string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{target.Address}?version={target.Version}{operation}&query={Uri.EscapeDataString(query)}&maximumRecords={most}{schema}"));
    }

    private sealed class AnswerTooLargeException : Exception;
}

/// <summary>What a server answered.</summary>
/// <param name="Target">The server.</param>
/// <param name="State">How it went.</param>
/// <param name="Total">How many records it has.</param>
/// <param name="Records">Those it gave.</param>
/// <param name="Diagnostic">What it said against the question; null when nothing.</param>
public sealed record CopyAnswer(CopyTarget Target, CopyState State, int Total, IReadOnlyList<MarcRecord> Records, string? Diagnostic)
{
    internal static CopyAnswer Without(CopyTarget target, CopyState state) => new(target, state, 0, [], null);
}

/// <summary>How asking a server went.</summary>
public enum CopyState : byte
{
    /// <summary>It answered.</summary>
    Answered = 1,

    /// <summary>It answered with a diagnostic only.</summary>
    Refused = 2,

    /// <summary>It did not answer in time.</summary>
    TimedOut = 3,

    /// <summary>It could not be reached, or answered with an error.</summary>
    Unreachable = 4,

    /// <summary>Its name leads into a private network, which is not allowed for it.</summary>
    PrivateAddress = 5,

    /// <summary>Its answer was larger than allowed.</summary>
    TooLarge = 6,

    /// <summary>Its answer was no sound XML.</summary>
    NotUnderstood = 7,
}
