namespace Platform.Storage.Demo;

/// <summary>The fictional demo group (configuration section <c>Demo</c>).</summary>
public sealed class DemoOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Demo";

    /// <summary>Whether an empty database is filled with the demo group at start. Default: only in the Development environment.</summary>
    public bool? Enabled { get; set; }
}
