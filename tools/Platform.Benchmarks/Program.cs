using Platform.Benchmarks.Marc;

// Whole-process benchmarks; each names what it needs. See the file of the benchmark.
return args switch
{
    ["marc", var records, var executable, ..] => await MarcBenchmark.RunAsync(records, executable),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        marc RECORDS PLATFORM   conversion and counting beside yaz-marcdump (Debian: yaz)
             RECORDS            folder of real records, such as ../shared/marc/files
             PLATFORM           the published executable: dotnet publish tools/Platform.Cli -c Release -r linux-x64 --self-contained false -o OUT
        """);
    return 2;
}
