using System.Globalization;
using Platform.Benchmarks.Circulation;
using Platform.Benchmarks.Import;
using Platform.Benchmarks.Load;
using Platform.Benchmarks.Marc;
using Platform.Benchmarks.Reporting;
using Platform.Benchmarks.Search;

// Whole-process benchmarks; each names what it needs. See the file of the benchmark.
return args switch
{
    ["marc", var records, var executable, ..] => await MarcBenchmark.RunAsync(records, executable),
    ["search", var queries] => await SearchBenchmark.RunAsync(queries, null),
    ["search", var queries, var records, ..] => await SearchBenchmark.RunAsync(queries, records),
    ["import", var records, var executable, var count] => await ImportBenchmark.RunAsync(records, executable, int.Parse(count, CultureInfo.InvariantCulture)),
    ["server", var address] => await ServerBenchmark.RunAsync(address),
    ["report", var loans] => await YearReportBenchmark.RunAsync(int.Parse(loans, CultureInfo.InvariantCulture)),
    ["desk", var loans] => await DeskBenchmark.RunAsync(int.Parse(loans, CultureInfo.InvariantCulture)),
    ["load", var api, var minutes] => await LoadRun.RunAsync(api, double.Parse(minutes, CultureInfo.InvariantCulture)),
    ["probes", var api] => await ProbeRun.RunAsync(api),
    ["province", var schools] => await ProvinceBenchmark.RunAsync(int.Parse(schools, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        marc RECORDS PLATFORM     conversion and counting beside yaz-marcdump (Debian: yaz)
             RECORDS              folder of real records, such as ../shared/marc/files
             PLATFORM             the published executable: dotnet publish tools/Platform.Cli -c Release -r linux-x64 --self-contained false -o OUT
        search QUERIES [RECORDS]  recall@10 and MRR of labelled queries
             QUERIES              tools/Platform.Benchmarks/Search/queries.tsv
             RECORDS              folder of real records for the queries "shared-…": ../shared/marc/files/cse-library+koha_import
        desk LOANS                check-outs in a database of so many loans, beside the same statements written by hand
        load API MINUTES          200 connections that read, write and subscribe; half-way the server is killed and started again
             API                  the built program: artifacts/bin/Platform.Api/release/Platform.Api.dll
        probes API                processor time of one hostile document of each kind
        province SCHOOLS          all yearly forms of so many schools as PDF and XLSX, scaled to 600
        import RECORDS PLATFORM COUNT
                                  so many records into a new database with its index: time, records a second, memory
        server ADDRESS            searches through GraphQL on a running server, such as http://localhost:5080, whose data 'platform generate' made
                                  and which was started with Costs__Portal__PointsPerMinute=100000000
        report LOANS              one school-year report over so many loans, beside the same counts in hand-written SQL
        """);
    return 2;
}
