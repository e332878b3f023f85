using Microsoft.Extensions.Options;
using Platform.Storage.Demo;

namespace Platform.Api.Access;

/// <summary>The demo belongs to Development: its accounts have secrets that everyone knows.</summary>
internal sealed class DemoOptionsValidator(IHostEnvironment environment) : IValidateOptions<DemoOptions>
{
    public ValidateOptionsResult Validate(string? name, DemoOptions options) => options.Enabled == true && !environment.IsDevelopment()
        ? ValidateOptionsResult.Fail($"Demo:Enabled must not be true in the environment '{environment.EnvironmentName}': demo accounts have secrets that everyone knows.")
        : ValidateOptionsResult.Success;
}
