namespace Platform.Model.ChangeFeed;

/// <summary>
/// Where numbers are handed out before the transactions that use them commit, a gap in the feed may still be filled. A reader stops
/// before such a gap until it is older than any save can last; then the number was given up, and the reader goes on.
/// </summary>
public static class FeedGaps
{
    /// <summary>Longer than the moment between taking a number and becoming visible to <c>MIN_ACTIVE_ROWVERSION</c>, and than servers' clocks differ.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How many of the entries can be read: those before the first gap that may still be filled.</summary>
    /// <param name="after">The last sequence already read.</param>
    /// <param name="entries">What follows it in the feed, in order.</param>
    /// <param name="now">The time of the reading.</param>
    public static int Settled(long after, IReadOnlyList<ChangeFeedEntry> entries, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entries);
        for (var i = 0; i < entries.Count; i++)
        {
            var before = i == 0 ? after : entries[i - 1].Sequence;
            if (entries[i].Sequence != before + 1 && now - entries[i].At < Patience)
                return i;
        }
        return entries.Count;
    }
}
