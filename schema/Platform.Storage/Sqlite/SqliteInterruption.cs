using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Platform.Storage.Sqlite;

/// <summary>
/// Stops a statement of SQLite while it runs. Its ADO.NET provider looks at a token between statements only, so that a long one would go
/// on for a caller who has left.
/// </summary>
public static class SqliteInterruption
{
    /// <summary>Interrupts what runs on the connection when the token is cancelled, until the registration is disposed; does nothing for other databases.</summary>
    /// <param name="connection">The connection; it may be opened later.</param>
    /// <param name="cancellationToken">The token.</param>
    public static CancellationTokenRegistration Of(DbConnection connection, CancellationToken cancellationToken) =>
        connection is SqliteConnection sqlite
            ? cancellationToken.Register(() =>
            {
                if (sqlite.Handle is { IsInvalid: false, IsClosed: false } handle)
                    raw.sqlite3_interrupt(handle);
            })
            : default;
}
