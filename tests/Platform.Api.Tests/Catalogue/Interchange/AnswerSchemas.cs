using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Platform.Api.Tests.Catalogue.Interchange;

/// <summary>The schemas of the protocols, by which every answer that a test asks for is judged.</summary>
internal static class AnswerSchemas
{
    private static readonly Lazy<XmlSchemaSet> All = new(Load);

    /// <summary>Fails the test when the answer breaks its schema, or has none.</summary>
    public static XDocument Judged(XDocument answer)
    {
        var faults = new List<string>();
        All.Value.GlobalElements.Contains(new XmlQualifiedName(answer.Root!.Name.LocalName, answer.Root.Name.NamespaceName)).ShouldBeTrue($"There is no schema of {answer.Root.Name}.");
        answer.Validate(All.Value, (_, fault) => faults.Add(fault.Message));
        faults.ShouldBeEmpty(answer.ToString());
        return answer;
    }

    private static XmlSchemaSet Load()
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        var assembly = typeof(AnswerSchemas).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".xsd", StringComparison.Ordinal)))
            using (var schema = XmlReader.Create(assembly.GetManifestResourceStream(name)!, new XmlReaderSettings { XmlResolver = null, CloseInput = true })) // one of its own names
                schemas.Add(XmlSchema.Read(schema, (_, fault) => throw fault.Exception)!); // a fault is thrown
        schemas.Compile();
        return schemas;
    }
}
