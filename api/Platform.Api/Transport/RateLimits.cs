using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Platform.Api.Access;
using Platform.Api.GraphQL;
using Platform.Model.Access;

namespace Platform.Api.Transport;

/// <summary>Counts requests: by address before anything is looked at, by caller once it is known.</summary>
internal static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private const int Segments = 5;

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RateOptions>().Bind(configuration.GetSection(RateOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RateOptions>, RateOptionsValidator>();
        return services.AddRateLimiter(_ => { });
    }

    /// <summary>Before who asks is read: reading it costs too.</summary>
    public static void LimitAddresses(this WebApplication app)
    {
        var most = app.Services.GetRequiredService<IOptions<RateOptions>>().Value.RequestsPerAddress;
        app.UseRateLimiter(By(http => Counted(Network.CallerAt(http.Connection.RemoteIpAddress), most)));
    }

    /// <summary>After who asks was read.</summary>
    public static void LimitCallers(this WebApplication app)
    {
        var most = app.Services.GetRequiredService<IOptions<RateOptions>>().Value.RequestsPerCaller;
        app.UseRateLimiter(By(http =>
        {
            var scope = http.RequestServices.GetRequiredService<Scope>();
            return scope.AccountId is null
                ? RateLimitPartition.GetNoLimiter("") // its address is counted
                : Counted(http.RequestServices.GetRequiredService<RequestScope>().CallerOf(scope), most);
        }));
    }

    private static RateLimiterOptions By(Func<HttpContext, RateLimitPartition<string>> partition) => new()
    {
        GlobalLimiter = PartitionedRateLimiter.Create(partition),
        OnRejected = (rejected, _) => RefuseAsync(rejected),
    };

    private static RateLimitPartition<string> Counted(string key, int most) => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = most,
        Window = Window,
        SegmentsPerWindow = Segments,
        QueueLimit = 0,
    });

    private static async ValueTask RefuseAsync(OnRejectedContext rejected)
    {
        var http = rejected.HttpContext;
        http.RequestServices.GetRequiredService<RequestLanguage>().Choose(http.Request.Headers);
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window / Segments;
        var problem = Problems.TooManyRequests(Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)));
        await AnswerWriter.WriteAsync(http, problem.ToResult(), Negotiation.Choose(http.Request.Headers) ?? AnswerForm.Json);
    }
}
