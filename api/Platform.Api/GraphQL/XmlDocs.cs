using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Platform.Api.GraphQL;

/// <summary>Descriptions for the SDL out of the code's own documentation: what a developer wrote once is what a client reads.</summary>
internal static class XmlDocs
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <summary>The summary of a type, property, field or method; null where none is written.</summary>
    public static string? Of(MemberInfo member)
    {
        var element = ElementOf(member);
        if (element is null)
            return member is PropertyInfo ? OfParameter(member) : null;
        if (element.Element("inheritdoc") is not null)
            return Inherited(member);
        return element.Element("summary") is { } summary ? Plain(summary) : null;
    }

    // A positional record describes its properties with its parameters.
    private static string? OfParameter(MemberInfo member) =>
        member.DeclaringType is { } type && ElementOf(type)?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == member.Name) is { } parameter
            ? Plain(parameter)
            : null;

    private static string? Inherited(MemberInfo member) =>
        member.DeclaringType?.GetInterfaces().Select(i => i.GetProperty(member.Name)).FirstOrDefault(p => p is not null) is { } property ? Of(property) : null;

    private static XElement? ElementOf(MemberInfo member)
    {
        var assembly = (member as Type ?? member.DeclaringType!).Assembly;
        return Files.GetOrAdd(assembly, Load).GetValueOrDefault(KeyOf(member));
    }

    private static string KeyOf(MemberInfo member) => member switch
    {
        Type type => $"T:{NameOf(type)}",
        PropertyInfo property => $"P:{NameOf(property.DeclaringType!)}.{property.Name}",
        FieldInfo field => $"F:{NameOf(field.DeclaringType!)}.{field.Name}",
        _ => $"M:{NameOf(member.DeclaringType!)}.{member.Name}",
    };

    private static string NameOf(Type type) =>
        ((type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name).Replace('+', '.');

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = System.IO.Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path))
            return [];
        var members = XDocument.Load(path).Descendants("member");
        var byKey = new Dictionary<string, XElement>();
        foreach (var member in members)
        {
            var name = (string)member.Attribute("name")!;
            // A method is looked up by its name alone: slices do not overload.
            byKey.TryAdd(name.Split('(')[0], member);
        }
        return byKey;
    }

    private static string Plain(XElement summary)
    {
        var text = new StringBuilder();
        foreach (var node in summary.DescendantNodes())
        {
            if (node is XText words && words.Parent?.Name.LocalName != "see")
                text.Append(words.Value);
            else if (node is XElement { Name.LocalName: "see" or "paramref" } link)
                text.Append(LinkText(link));
        }
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string LinkText(XElement link)
    {
        if (!string.IsNullOrEmpty(link.Value))
            return link.Value;
        var target = (string?)link.Attribute("cref") ?? (string?)link.Attribute("langword") ?? (string?)link.Attribute("name") ?? "";
        return target[(target.LastIndexOfAny(['.', ':']) + 1)..];
    }
}
