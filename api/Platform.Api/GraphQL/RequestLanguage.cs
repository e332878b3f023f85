using Microsoft.Net.Http.Headers;
using Platform.Api.GraphQL.Mutations;

namespace Platform.Api.GraphQL;

/// <summary>The language in which a request is answered: Vietnamese or English, by Accept-Language; English where nothing is said.</summary>
internal sealed class RequestLanguage
{
    public bool IsVietnamese { get; private set; }

    public void Choose(IHeaderDictionary headers)
    {
        if (!StringWithQualityHeaderValue.TryParseList(headers.AcceptLanguage, out var wanted))
            return;
        var best = wanted.Where(w => w.Quality is not 0).OrderByDescending(w => w.Quality ?? 1).Select(w => w.Value.ToString())
            .FirstOrDefault(value => Speaks(value, "vi") || Speaks(value, "en"));
        IsVietnamese = best is not null && Speaks(best, "vi");
    }

    public string Of(MutationError error) => IsVietnamese ? error.Vietnamese : error.English;

    private static bool Speaks(string value, string language) =>
        value.Equals(language, StringComparison.OrdinalIgnoreCase) || value.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
