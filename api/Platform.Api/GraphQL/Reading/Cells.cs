using System.Reflection;

namespace Platform.Api.GraphQL.Reading;

/// <summary>The projection of a read: EF names the columns of its SQL after these members.</summary>
internal sealed class Cells
{
    /// <summary>How many columns one read can have.</summary>
    public const int Most = 40;

    public object? C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13;
    public object? C14, C15, C16, C17, C18, C19, C20, C21, C22, C23, C24, C25, C26;
    public object? C27, C28, C29, C30, C31, C32, C33, C34, C35, C36, C37, C38, C39;

    private static readonly FieldInfo[] Members = [.. Enumerable.Range(0, Most).Select(i => typeof(Cells).GetField($"C{i}")!)];

    public static FieldInfo Member(int index) => Members[index];
}
