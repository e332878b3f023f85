using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.Testing;

/// <summary>Keeps the text of every command that a context runs, so that a test can count them or have them parsed.</summary>
public sealed class SqlCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _commands = new();

    /// <summary>The commands since the last <see cref="Clear"/>, in order.</summary>
    public IReadOnlyList<string> Commands => [.. _commands];

    /// <summary>How many commands ran since the last <see cref="Clear"/>.</summary>
    public int Count => _commands.Count;

    /// <summary>Forgets what ran so far.</summary>
    public void Clear() => _commands.Clear();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _commands.Enqueue(result.CommandText);
        return result;
    }
}
