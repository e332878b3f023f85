namespace Platform.Storage.Catalogue.Import.OpenBiblio;

/// <summary>The rows of a MySQL dump, as mysqldump and phpMyAdmin write it. Only INSERT and the columns of CREATE TABLE are understood; all else is passed.</summary>
internal static class SqlDump
{
    private const int MostColumns = 200;
    private const int MostTables = 2000;

    private static readonly HashSet<string> NoColumns = new(StringComparer.OrdinalIgnoreCase)
    {
        "PRIMARY", "KEY", "UNIQUE", "CONSTRAINT", "INDEX", "FULLTEXT", "FOREIGN", "CHECK", "SPATIAL",
    };

    /// <summary>The rows of the wanted tables, in the order of the dump.</summary>
    /// <param name="reader">The dump.</param>
    /// <param name="isWanted">Whether a table's rows are wanted.</param>
    /// <exception cref="InvalidDataException">It is no dump, or beyond all measure.</exception>
    public static IEnumerable<SqlDumpRow> Rows(TextReader reader, Func<string, bool> isWanted)
    {
        var (text, columns) = (new SqlDumpText(reader), new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase));
        while (true)
        {
            text.SkipBlank();
            if (text.AtEnd)
                yield break;
            var keyword = text.Word()?.Text.ToUpperInvariant();
            if (keyword is "CREATE" && Table(text, "TABLE") is { } created)
            {
                if (columns.Count >= MostTables)
                    throw new InvalidDataException($"the dump has more than {MostTables} tables");
                columns[created] = Columns(text);
            }
            else if (keyword is "INSERT" or "REPLACE" && Table(text, "INTO") is { } into && isWanted(into))
                foreach (var row in RowsOf(text, into, columns.GetValueOrDefault(into)))
                    yield return row;
            else if (text.SkipTo(';', ';') < 0)
                yield break;
        }
    }

    // CREATE TABLE [IF NOT EXISTS] name, INSERT [IGNORE] INTO name; null when the statement is about something else.
    private static string? Table(SqlDumpText text, string keyword)
    {
        for (var words = 0; words < 3; words++)
        {
            if (text.Word() is not { } word)
                return null;
            if (!word.Text.Equals(keyword, StringComparison.OrdinalIgnoreCase))
                continue;
            var name = text.Word();
            for (var said = 0; said < 3 && name is { IsQuoted: false } && name.Value.Text.ToUpperInvariant() is "IF" or "NOT" or "EXISTS"; said++)
                name = text.Word();
            return name?.Text;
        }
        return null;
    }

    private static List<string> Columns(SqlDumpText text)
    {
        var names = new List<string>();
        if (text.SkipTo('(', ';') != '(')
            return names;
        for (int mark = ','; mark == ',';)
        {
            if (text.Word() is { } word && (word.IsQuoted || !NoColumns.Contains(word.Text)))
                names.Add(word.Text);
            if (names.Count > MostColumns)
                throw new InvalidDataException($"a table of the dump has more than {MostColumns} columns");
            mark = text.SkipTo(',', ')');
        }
        text.SkipTo(';', ';');
        return names;
    }

    private static IEnumerable<SqlDumpRow> RowsOf(SqlDumpText text, string table, List<string>? columns)
    {
        text.SkipBlank();
        if (text.Peek() == '(')
            columns = Named(text);
        if (text.Word()?.Text.ToUpperInvariant() is not ("VALUES" or "VALUE"))
            throw new InvalidDataException($"the rows of '{table}' are not given as values");
        for (int mark = ','; mark == ',';)
        {
            text.SkipBlank();
            if (text.Next() != '(')
                throw new InvalidDataException($"a row of '{table}' does not begin where it should");
            yield return new SqlDumpRow(table, columns, Values(text, table));
            text.SkipBlank();
            mark = text.Next();
            if (mark is not (',' or ';' or -1))
                throw new InvalidDataException($"a row of '{table}' does not end where it should");
        }
    }

    private static List<string> Named(SqlDumpText text)
    {
        var names = new List<string>();
        for (var mark = text.Next(); mark is '(' or ','; mark = text.Next())
        {
            names.Add(text.Word()?.Text ?? throw new InvalidDataException("a column of the dump has no name"));
            if (names.Count > MostColumns)
                throw new InvalidDataException($"a table of the dump has more than {MostColumns} columns");
            text.SkipBlank();
        }
        return names;
    }

    private static List<string?> Values(SqlDumpText text, string table)
    {
        var values = new List<string?>();
        while (true)
        {
            values.Add(text.Value());
            if (values.Count > MostColumns)
                throw new InvalidDataException($"a row of '{table}' has more than {MostColumns} values");
            text.SkipBlank();
            switch (text.Next())
            {
                case ',':
                    continue;
                case ')':
                    return values;
                default:
                    throw new InvalidDataException($"a row of '{table}' is broken");
            }
        }
    }
}

/// <summary>A row of a dump.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Columns">Names of its columns; null when the dump does not say them.</param>
/// <param name="Values">The values, in their order.</param>
internal sealed record SqlDumpRow(string Table, List<string>? Columns, List<string?> Values)
{
    /// <summary>The value of a column; null when it is NULL or the table has no such column.</summary>
    public string? this[string column]
    {
        get
        {
            var place = Columns?.FindIndex(name => name.Equals(column, StringComparison.OrdinalIgnoreCase)) ?? -1;
            return place >= 0 && place < Values.Count ? Values[place] : null;
        }
    }
}
