using System.Xml.Linq;

namespace Platform.Conventions.Tests;

/// <summary>Left never knows right: Marc, Model, Storage, Reporting, Api; and each outside package is known where the design says.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Order = ["Platform.Marc", "Platform.Model", "Platform.Storage", "Platform.Reporting", "Platform.Api"];

    private static readonly string[] Products = ["schema", "reporting", "api", "tools"];

    [Fact]
    public void Assemblies_ReferenceOnlyWhatStandsLeftOfThem()
    {
        for (var right = 0; right < Order.Length; right++)
        {
            var referenced = System.Reflection.Assembly.Load(Order[right]).GetReferencedAssemblies().Select(a => a.Name);

            referenced.Intersect(Order[right..]).ShouldBeEmpty($"{Order[right]} knows what stands right of it");
        }
    }

    [Fact]
    public void MarcProject_HasNoPackageOfItsOwn() =>
        Packages("schema/Platform.Marc").ShouldBeEmpty();

    [Theory]
    [InlineData("GraphQL", "api/Platform.Api")]
    [InlineData("Quartz", "reporting/Platform.Reporting")]
    [InlineData("SkiaSharp", "reporting/Platform.Reporting", "tools/Platform.FileReader")]
    [InlineData("Microsoft.EntityFrameworkCore.Sqlite", "schema/Platform.Storage")]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServer", "schema/Platform.Storage")]
    [InlineData("Lucene.Net", "schema/Platform.Storage")]
    [InlineData("PdfPig", "tools/Platform.FileReader")]
    [InlineData("Minio", "schema/Platform.Storage")]
    public void Package_IsReferencedWhereTheDesignSays(string package, params string[] projects)
    {
        var users = Projects().Where(folder => Packages(folder).Contains(package)).ToList();

        users.ShouldBeSubsetOf(projects);
    }

    [Theory]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("Microsoft.Data.SqlClient")]
    [InlineData("UseSqlite(")]
    [InlineData("UseSqlServer(")]
    public void DatabaseProducts_AreNamedInStorageOnly(string word)
    {
        var files = Products
            .SelectMany(top => Directory.EnumerateFiles(Path.Combine(SharedData.ProjectRoot, top), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("Platform.Storage", StringComparison.Ordinal) && !IsScheduler(file))
            .Where(file => File.ReadAllText(file).Contains(word, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(SharedData.ProjectRoot, file));

        files.ShouldBeEmpty();
    }

    // Quartz keeps its own tables and takes the database's driver itself.
    private static bool IsScheduler(string file) => file.Contains(Path.Combine("Platform.Reporting", "Scheduling"), StringComparison.Ordinal);

    private static IEnumerable<string> Projects() => Products
        .SelectMany(top => Directory.EnumerateFiles(Path.Combine(SharedData.ProjectRoot, top), "*.csproj", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(SharedData.ProjectRoot, Path.GetDirectoryName(file)!)); // a file has a folder

    private static IReadOnlyList<string> Packages(string project) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(SharedData.ProjectRoot, project), "*.csproj")
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
            .Select(reference => reference.Attribute("Include")!.Value), // every reference in the tree has one
    ];
}
