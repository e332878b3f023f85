using Platform.EducationSandbox;

await Sandbox.Build(args).RunAsync();
