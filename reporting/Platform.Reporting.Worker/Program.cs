using Platform.Model.Access;
using Platform.Reporting;
using Platform.Storage;
using Platform.Storage.Repository;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddScoped(_ => Scope.System);
builder.Services.AddPlatformStorage(builder.Configuration);
builder.Services.AddFileStore(builder.Configuration);
builder.Services.AddPlatformReporting(builder.Configuration);
using var host = builder.Build();
await host.Services.GetRequiredService<DatabaseLifecycle>().PrepareAsync(CancellationToken.None);
await host.RunAsync();
