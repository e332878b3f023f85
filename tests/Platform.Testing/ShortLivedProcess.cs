using System.Diagnostics;

namespace Platform.Testing;

/// <summary>How the processes that tests start are compiled while they run.</summary>
public static class ShortLivedProcess
{
    /// <summary>
    /// A .NET process that lives for seconds: nothing is measured for a better second compilation, and that comes after a thousand calls
    /// in place of thirty, as in the test programs themselves (tools/build/Tests.props).
    /// </summary>
    public static ProcessStartInfo ShortLived(this ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "3E8"; // hexadecimal, as the runtime reads it
        return start;
    }
}
