namespace Platform.FileReader.Pdf;

/// <summary>How much one page may cost to draw: operations with glyphs, and pixels of its pictures. A page of a book takes some thousands.</summary>
internal sealed class PageBudget
{
    private int _operations = 300_000;
    private long _pixels = 60_000_000;

    /// <summary>Counts one operation or glyph.</summary>
    /// <exception cref="PageBudgetSpentException">There were too many: the page stays as far as it is drawn.</exception>
    public void Spend()
    {
        if (--_operations < 0)
            throw new PageBudgetSpentException();
    }

    /// <summary>Whether a picture of that size may be unpacked; it is counted when it may.</summary>
    public bool TryTake(long width, long height)
    {
        if (width <= 0 || height <= 0 || width > _pixels || height > _pixels / width)
            return false;
        _pixels -= width * height;
        return true;
    }
}

/// <summary>A page has more in it than is drawn of one.</summary>
internal sealed class PageBudgetSpentException : Exception;
