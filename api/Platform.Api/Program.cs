using Platform.Api;

return await PlatformHost.RunAsync(args);
