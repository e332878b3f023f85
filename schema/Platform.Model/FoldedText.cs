using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Model;

/// <summary>Marks columns of folded text, which every database must compare byte by byte.</summary>
public static class FoldedText
{
    /// <summary>Name of the model annotation.</summary>
    public const string Annotation = "Platform:Folded";

    /// <summary>The column holds folded text: the database gives it a binary collation (a Vietnamese one would treat "tr" or "ng" as one letter).</summary>
    public static PropertyBuilder<string> IsFolded(this PropertyBuilder<string> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        property.HasAnnotation(Annotation, true);
        return property;
    }
}
