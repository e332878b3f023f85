namespace Platform.EducationSandbox;

/// <summary>Reads the records of an exchange file.</summary>
internal static class ExchangeFiles
{
    public static IReadOnlyList<IncomingRecord> Read(ParcelFile file, byte[] bytes, List<string> faults) => [];
}
