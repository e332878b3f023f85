using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;
using Platform.Api.Access.Accounts;
using Platform.Model;
using Platform.Model.Access;
using Platform.Storage.Demo;

namespace Platform.Api.Access;

/// <summary>Accounts, sign-in, tokens, and the scope of each request.</summary>
internal static class AccessRegistration
{
    /// <summary>Adds all services of the feature.</summary>
    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        var (services, environment) = (builder.Services, builder.Environment);
        // At Information it writes whole requests, subjects among them: those are no business of a log.
        builder.Logging.AddFilter("OpenIddict", LogLevel.Warning);
        // It warns that key files are not encrypted: only the server's own account can read them (decision 0010).
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        services.AddOptions<AccessOptions>().Bind(builder.Configuration.GetSection(AccessOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidator>();
        services.AddOptions<DemoOptions>().Bind(builder.Configuration.GetSection(DemoOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DemoOptions>, DemoOptionsValidator>();
        services.AddHostedService<DemoAccess>();
        services.AddScoped<RequestScope>();
        services.AddScoped(provider => provider.GetRequiredService<RequestScope>().Current);
        services.AddSingleton<BearerScopes>();
        services.AddSingleton<PasswordAttempts>();
        services.AddSingleton<KeyFiles>();
        services.AddSingleton<TokenKeys>();
        services.AddScoped<OutsideAccounts>();
        services.AddScoped<AccountOffice>();
        services.AddHttpContextAccessor();
        services.AddHostedService<FirstAdministrator>();
        services.AddScoped<SignInEndpoint.SignInForm>();
        services.AddScoped<AuthorizeEndpoint>();
        services.AddScoped<TokenEndpoint>();
        AddIdentity(services);
        AddSession(services, builder.Configuration, environment);
        AddTokens(services, environment);
        return builder;
    }

    /// <summary>Reads who asks; after the headers of trusted proxies, before anything that opens the database.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        return app.UseMiddleware<BearerMiddleware>();
    }

    /// <summary>Maps the sign-in pages and the endpoints of OAuth and OpenID Connect.</summary>
    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AccessPaths.SignIn, SignInEndpoint.ShowAsync);
        routes.MapPost(AccessPaths.SignIn, SignInEndpoint.TryAsync);
        routes.MapGet(AccessPaths.Style, (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.Text(AccessPage.Style, "text/css");
        });
        routes.MapMethods(AccessPaths.Authorize, [HttpMethods.Get, HttpMethods.Post], (HttpContext http, AuthorizeEndpoint endpoint) => endpoint.AnswerAsync(http));
        routes.MapPost(AccessPaths.Token, (HttpContext http, TokenEndpoint endpoint) => endpoint.AnswerAsync(http));
        routes.MapMethods(AccessPaths.UserInfo, [HttpMethods.Get, HttpMethods.Post], UserInfoEndpoint.AnswerAsync);
        routes.MapMethods(AccessPaths.EndSession, [HttpMethods.Get, HttpMethods.Post], SignOutEndpoint.AnswerAsync);
        routes.MapGet(AccessPaths.Outside + "/{issuer}", OutsideEndpoint.Go);
        routes.MapGet(AccessPaths.Outside + "/{issuer}/back", OutsideEndpoint.BackAsync);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddUserStore<AccountStore>();
        services.RemoveAll<IPasswordValidator<Account>>();
        services.AddScoped<IPasswordValidator<Account>, PasswordRule>();
        services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Account>, PasswordHasher<Account>>());
    }

    private static void AddSession(IServiceCollection services, ConfigurationManager configuration, IHostEnvironment environment)
    {
        services.AddDataProtection().SetApplicationName("Platform");
        services.AddOptions<KeyManagementOptions>().Configure<KeyFiles>((options, files) => options.XmlRepository = files);
        services.AddAntiforgery(options => Session.Harden(options.Cookie, "platform-form", environment));
        services.AddOptions<CookieAuthenticationOptions>(Session.Scheme)
            .Configure<IOptions<AccessOptions>>((cookie, access) => Session.Configure(cookie, access.Value.SessionMinutes, environment));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<AccessOptions>>((headers, access) =>
        {
            headers.ForwardedHeaders = access.Value.TrustedProxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var proxy in access.Value.TrustedProxies)
                headers.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        var authentication = services.AddAuthentication()
            .AddCookie(Session.Scheme)
            .AddCookie(IdentityConstants.ExternalScheme, options =>
            {
                Session.Harden(options.Cookie, "platform-outside", environment);
                options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            });
        foreach (var issuer in configuration.GetSection($"{AccessOptions.Section}:{nameof(AccessOptions.Issuers)}").Get<List<OutsideIssuer>>() ?? [])
            authentication.AddOpenIdConnect(OutsideEndpoint.SchemeOf(issuer.Name), options => Configure(options, issuer));
    }

    private static void Configure(Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions options, OutsideIssuer issuer)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.Authority = issuer.Authority?.ToString();
        options.ClientId = issuer.ClientId;
        options.ClientSecret = issuer.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.CallbackPath = $"{AccessPaths.Outside}/{issuer.Name}/callback";
        if (issuer.EmailDomain is not null)
            options.Scope.Add("email");
    }

    private static void AddTokens(IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSingleton<TokenKeyRotation>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenKeyRotation>());
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<TokenKeyRotation>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(provider => provider.GetRequiredService<TokenKeyRotation>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictValidationOptions>>(provider => provider.GetRequiredService<TokenKeyRotation>());
        services.AddOptions<OpenIddictServerOptions>().Configure<IOptions<AccessOptions>>((server, access) =>
        {
            server.Issuer = access.Value.Issuer ?? AccessOptions.OnThisMachine;
            server.AccessTokenLifetime = TimeSpan.FromMinutes(access.Value.AccessTokenMinutes);
            server.RefreshTokenLifetime = TimeSpan.FromDays(access.Value.RefreshTokenDays);
        });
        if (environment.IsDevelopment())
            services.Configure<OpenIddictServerAspNetCoreOptions>(options => options.DisableTransportSecurityRequirement = true);
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<LibraryDb>().ReplaceDefaultEntities<long>())
            .AddServer(TokenServer.Configure)
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.AddAudiences(TokenIdentity.Audience);
                validation.EnableTokenEntryValidation();
                validation.EnableAuthorizationEntryValidation();
            });
    }
}
