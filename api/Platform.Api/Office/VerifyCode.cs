using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Reporting.Submissions;

namespace Platform.Api.Office;

/// <summary>
/// Tells whoever holds a printed report whether its code is that of a frozen report, and of which version. Open to everyone: it shows
/// what the paper shows in its head, no figures.
/// </summary>
/// <param name="Code">What was asked for; null when nothing was.</param>
/// <param name="Answer">What is known of it; null when nothing was asked.</param>
public sealed record VerifyCode(string? Code, ReportVerification? Answer)
{
    public static async Task<RazorComponentResult> ShowAsync(ReportVerifier verifier, string? code, CancellationToken cancellationToken)
    {
        var result = string.IsNullOrWhiteSpace(code) ? new VerifyCode(null, null) : new VerifyCode(code.Trim(), await verifier.VerifyAsync(code, cancellationToken));
        return new RazorComponentResult<VerifyPage>(new Dictionary<string, object?> { [nameof(VerifyPage.Result)] = result });
    }
}
