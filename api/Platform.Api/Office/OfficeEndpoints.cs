using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace Platform.Api.Office;

/// <summary>
/// The pages of the education office: what came in, who has not reported, every figure down to its rows. Plain HTML in Vietnamese,
/// without script, for a telephone and a weak connection.
/// </summary>
internal static class OfficeEndpoints
{
    public static IServiceCollection AddOffice(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Vietnamese letters as they are: entities would double the size of every page.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static IApplicationBuilder UseOffice(this IApplicationBuilder app) => app.UseMiddleware<OfficeSession>();

    public static void MapOffice(this IEndpointRouteBuilder routes)
    {
        var office = routes.MapGroup(OfficePaths.Home).AddEndpointFilter(async (invocation, next) =>
        {
            Harden(invocation.HttpContext.Response.Headers);
            return await next(invocation);
        });
        office.MapGet("", Overview.ShowAsync);
        office.MapGet("reports/{id:long}", ReportDetails.ShowAsync);
        office.MapPost("reports/{id:long}/steps", TakeStep.TakeAsync);
        office.MapGet("reports/{id:long}/files/{format}", DownloadReport.SendAsync);
        office.MapPost("reports/{id:long}/scans", AddScan.TakeAsync);
        office.MapGet("reports/{id:long}/scans/{scan:long}", AddScan.SendAsync);
        office.MapGet("reports/{id:long}/figures/{cell:int}", FigureRows.ShowAsync);
        office.MapGet("verify", VerifyCode.ShowAsync);
    }

    private static void Harden(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-cache, no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.Vary = "Cookie";
    }
}
