using Platform.EducationSandbox;

var sandbox = Sandbox.Build(args);
await sandbox.StartAsync();
Sandbox.Announce(sandbox);
await sandbox.WaitForShutdownAsync();
