using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using Microsoft.Extensions.Options;
using Platform.Api.GraphQL;
using Platform.Api.GraphQL.Costs;
using Platform.Api.GraphQL.Mutations;
using Platform.Api.GraphQL.Reading;
using Platform.Api.GraphQL.Trusted;
using Platform.Api.Patrons;
using Platform.Api.Reporting;
using Platform.Api.Transport.EventStreams;
using Platform.Api.Transport.Uploads;
using Platform.Api.Transport.WebSockets;

namespace Platform.Api.Transport;

/// <summary>Adds the GraphQL endpoint and the schema to a host.</summary>
internal static class TransportRegistration
{
    public static IServiceCollection AddGraphApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GraphOptions>().Bind(configuration.GetSection(GraphOptions.Section)).PostConfigure<IHostEnvironment>(ByEnvironment).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsValidator>();
        // Compiling a reader for each of the input types takes half of the schema's time to start, and saves microseconds of a mutation.
        GlobalSwitches.DynamicallyCompileToObject = false;
        services.AddGraphQL(builder => builder
            .AddSchema<PlatformSchema>()
            .AddSystemTextJson()
            .AddValidationRule<PermissionRule>()
            .AddValidationRule(new CostRule())
            // Resolvers share the request's database context, which runs one statement at a time.
            .AddExecutionStrategy<SerialExecutionStrategy>(GraphQLParser.AST.OperationType.Query)
            .ConfigureExecutionOptions(options =>
            {
                var services = options.RequestServices!; // the runner always gives services
                options.UnhandledExceptionDelegate = fault => services.GetRequiredService<FaultLog>().RecordAsync(fault, services.GetRequiredService<Correlation>());
            }));
        services.AddSingleton(provider => (GraphQLSerializer)provider.GetRequiredService<IGraphQLTextSerializer>());
        services.AddSingleton<FaultLog>().AddSingleton<OperationRunner>().AddSingleton<SchemaText>();
        services.AddSingleton<DocumentCache>().AddSingleton<DocumentReader>();
        services.AddSingleton<TrustedDocuments>().AddSingleton<DocumentChoice>().AddSingleton<DocumentCheck>();
        services.AddSingleton<RequestReader>().AddSingleton<MultipartRequests>().AddSingleton<GraphEndpoint>();
        services.AddScoped<ErrorWording>().AddScoped<Correlation>();
        services.AddCosts(configuration);
        services.AddCors();
        services.AddSingleton<WebSocketEndpoint>().AddSingleton<EventStreamReservations>().AddSingleton<EventStreamEndpoint>();
        services.AddSingleton<ReadMeter>().AddSingleton<ReadPlans>().AddScoped<EntityReader>();
        services.AddScoped<RequestLanguage>().AddScoped<MutationRunner>().AddScoped<IdempotentCalls>();
        services.AddHostedService<IdempotencySweep>();
        return services.AddPatrons().AddReportQueries();
    }

    /// <summary>Lets pages of the listed origins call; before anything that answers.</summary>
    public static void UseListedOrigins(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<IOptions<GraphOptions>>().Value.AllowedOrigins;
        if (origins.Count == 0)
            return;
        app.UseCors(policy => policy.WithOrigins([.. origins]).AllowAnyHeader().WithMethods("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")
            .WithExposedHeaders("ETag", "Location", "Retry-After", "WWW-Authenticate", "Tus-Resumable", "Upload-Offset", "Upload-Length", "Upload-Expires")
            .SetPreflightMaxAge(TimeSpan.FromHours(1)));
    }

    // What helps a developer tells a stranger more than needed.
    private static void ByEnvironment(GraphOptions options, IHostEnvironment environment)
    {
        options.Introspection ??= environment.IsDevelopment() ? IntrospectionFor.Everyone : IntrospectionFor.SignedIn;
        options.QueryPage ??= environment.IsDevelopment();
    }

    public static void MapGraphApi(this WebApplication app)
    {
        app.UseWebSockets();
        var endpoint = app.Services.GetRequiredService<GraphEndpoint>();
        app.Map(GraphEndpoint.Path, endpoint.AnswerAsync);
    }
}
