using Platform.Api.Access;

namespace Platform.Api.Transport.EventStreams;

/// <summary>The end of the token with which a stream was opened.</summary>
internal static class Expiry
{
    // What a timer can wait for at most; a token does not live as long.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    /// <summary>A source that is cancelled when the request's token ends; never for a request without one. The caller disposes it.</summary>
    public static CancellationTokenSource Of(HttpContext http, TimeProvider clock)
    {
        if (http.RequestServices.GetRequiredService<RequestScope>().ExpiresAt is not { } end)
            return new CancellationTokenSource();
        var left = end - clock.GetUtcNow();
        return new CancellationTokenSource(left < TimeSpan.Zero ? TimeSpan.Zero : left < Longest ? left : Longest, clock);
    }
}
