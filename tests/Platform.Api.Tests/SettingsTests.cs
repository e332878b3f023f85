using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Platform.Api.GraphQL;
using Platform.Reporting;
using Platform.Storage;

namespace Platform.Api.Tests;

/// <summary>The reference of all settings is printed from the options classes, and the README tells the same.</summary>
public sealed partial class SettingsTests
{
    private static readonly Assembly[] Parts = [typeof(PlatformHost).Assembly, typeof(StorageOptions).Assembly, typeof(ReportingRegistration).Assembly];

    [Fact]
    public void Reference_ListsEverySettingWithItsMeaningAndDefault()
    {
        var text = new StringBuilder("""
            # Settings

            Every setting of the API, the worker and the command line, printed from the options classes by a test. They stand in
            `appsettings.json`, or in the environment with two underscores for a colon: `Graph__BodyBytes=100000`. A wrong value stops the
            start and is named. Besides these: `ConnectionStrings:Library`, `Logging:…` and `Urls` as everywhere in ASP.NET Core.

            | Setting | Default | Meaning |
            |---|---|---|

            """);
        foreach (var setting in All())
            text.AppendLine(CultureInfo.InvariantCulture, $"| `{setting.Name}` | {(setting.Default.Length == 0 ? "" : $"`{setting.Default}`")} | {setting.Meaning} |");

        Golden.Match(text.ToString(), "tools/deploy/SETTINGS.md");
    }

    [Fact]
    public void Readme_NamesSettingsThatExistWithTheirDefaults()
    {
        var all = All().ToDictionary(setting => setting.Name);
        var readme = File.ReadAllText(Path.Combine(SharedData.ProjectRoot, "README.md"));

        foreach (Match row in Row().Matches(readme))
        {
            var name = row.Groups["name"].Value;
            if (name.StartsWith("ConnectionStrings:", StringComparison.Ordinal))
                continue;
            all.ShouldContainKey(name);
            if (row.Groups["default"].Value is { Length: > 0 } said)
                all[name].Default.ShouldBe(said, name);
        }
    }

    private static List<Setting> All() => [.. Parts
        .SelectMany(part => part.GetTypes())
        .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
        .Where(options => options.Section is not null && options.Type.Name.EndsWith("Options", StringComparison.Ordinal))
        .SelectMany(options => Of(options.Section!, Activator.CreateInstance(options.Type)!)) // as was asked
        .OrderBy(setting => setting.Name, StringComparer.Ordinal)];

    private static IEnumerable<Setting> Of(string path, object options)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var (value, name) = (property.GetValue(options), $"{path}:{property.Name}");
            if (value is IDictionary<string, string> named)
                foreach (var (key, text) in named.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    yield return new Setting($"{name}:{key}", text, Meaning(property));
            else if (value is IDictionary<string, IDictionary<string, IList<string>>>)
                yield return new Setting($"{name}:BODY:REGISTER:0", "", Meaning(property));
            else if (ElementOf(property.PropertyType) is { } element)
                foreach (var setting in IsPlain(element) ? [new Setting($"{name}:0", "", Meaning(property))] : Of($"{name}:0", Activator.CreateInstance(element)!)) // options have a constructor without parameters
                    yield return setting;
            else if (!IsPlain(property.PropertyType))
                foreach (var setting in Of(name, value ?? Activator.CreateInstance(property.PropertyType)!)) // as above
                    yield return setting;
            else if (property.SetMethod is { IsPublic: true })
                yield return new Setting(name, Text(value), Meaning(property));
        }
    }

    private static string Meaning(PropertyInfo property) => XmlDocs.Of(property) ?? throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} has no documentation.");

    private static Type? ElementOf(Type type) =>
        type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) && type.IsGenericType && type.GetGenericArguments() is [var element] ? element : null;

    private static bool IsPlain(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain.IsPrimitive || plain.IsEnum || plain.IsAssignableTo(typeof(IEnumerable)) || plain.Namespace == "System");

    private static string Text(object? value) => value is null ? "" : Convert.ToString(value, CultureInfo.InvariantCulture)!; // only null gives null

    [GeneratedRegex(@"^\| `(?<name>[A-Z]\w+(:\w+)+)` \| (`(?<default>[^`]+)`)?", RegexOptions.Multiline)]
    private static partial Regex Row();

    private sealed record Setting(string Name, string Default, string Meaning);
}
