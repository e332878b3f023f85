using Microsoft.Extensions.Options;

namespace Platform.Api.GraphQL.Costs;

/// <summary>Adds prices and budgets to a host.</summary>
internal static class CostRegistration
{
    public static IServiceCollection AddCosts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CostOptions>().Bind(configuration.GetSection(CostOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CostOptions>, CostOptionsValidator>();
        return services.AddSingleton<Budgets>().AddScoped<OperationCharge>();
    }
}
