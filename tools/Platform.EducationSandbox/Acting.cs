using System.Globalization;

namespace Platform.EducationSandbox;

/// <summary>Carries out the part of a cue that comes before or after the usual treatment.</summary>
internal static class Acting
{
    /// <summary>What the cue answers instead of the usual treatment; null when that follows.</summary>
    public static async Task<IResult?> BeforeAsync(HttpContext context, Cue cue)
    {
        switch (cue.Act)
        {
            case Act.Slow:
                await WaitAsync(context, cue);
                return null;
            case Act.Drop:
                context.Abort();
                return Results.Empty;
            case Act.Fail:
                return Results.StatusCode(500);
            case Act.Busy:
                context.Response.Headers.RetryAfter = Math.Ceiling(cue.Seconds).ToString(CultureInfo.InvariantCulture);
                return Results.StatusCode(503);
            case Act.Reject:
                return Refusal(422, cue.Message ?? "Số liệu chưa hợp lệ.");
            case Act.Lock:
                return Refusal(423, cue.Message ?? "Kỳ báo cáo đã khóa; hãy gửi yêu cầu mở khóa.");
            case Act.SlowAnswer or Act.DropAnswer or Act.FailAnswer or Act.Repeat:
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(cue), cue.Act, "Unknown act.");
        }
    }

    /// <summary>What is answered after the usual treatment.</summary>
    public static async Task<IResult> AfterAsync(HttpContext context, Cue? cue, IResult usual)
    {
        if (cue?.Act is Act.SlowAnswer)
            await WaitAsync(context, cue);
        if (cue?.Act is not Act.DropAnswer)
            return cue?.Act is Act.FailAnswer ? Results.StatusCode(500) : usual;
        context.Abort();
        return Results.Empty;
    }

    /// <summary>A refusal with messages.</summary>
    public static IResult Refusal(int status, params IEnumerable<string> messages) => Results.Json(new { messages }, statusCode: status);

    // A receiver does not stop working because the sender hung up: only the end of the sandbox ends the wait.
    private static async Task WaitAsync(HttpContext context, Cue cue)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        await Task.Delay(TimeSpan.FromSeconds(cue.Seconds), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
