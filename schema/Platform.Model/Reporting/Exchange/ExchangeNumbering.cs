namespace Platform.Model.Reporting.Exchange;

/// <summary>Decides which objects go into a batch, and under which numbers. Pure.</summary>
public static class ExchangeNumbering
{
    /// <summary>
    /// What has to be said, ordered by object and key: new objects, changed ones, tombstones for those that are gone, and again whatever
    /// did not arrive. Unchanged objects are left out; every number is above the last one sent for its object.
    /// </summary>
    /// <param name="sent">What was last said of each object of the library.</param>
    /// <param name="now">The objects as they are, each with the hash of its data; keys are unique.</param>
    /// <param name="arrived">Whether the batch that carried a record arrived or is still on its way.</param>
    public static IReadOnlyList<ExchangeStep> Plan(
        IReadOnlyCollection<ExchangeRecord> sent, IReadOnlyCollection<ExchangeSubject> now, Func<ExchangeRecord, bool> arrived)
    {
        ArgumentNullException.ThrowIfNull(arrived);
        var known = sent.ToDictionary(record => (record.Object, record.RecordId));
        var present = now.Select(subject => (subject.Object, subject.RecordId)).ToHashSet();
        var said = now.Select(subject => Say(subject, known.GetValueOrDefault((subject.Object, subject.RecordId)), arrived));
        var gone = sent.Where(record => !present.Contains((record.Object, record.RecordId))).Select(record => Cancel(record, arrived));
        return
        [
            .. said.Concat(gone).OfType<ExchangeStep>()
                .OrderBy(step => step.Object, StringComparer.Ordinal)
                .ThenBy(step => step.RecordId, StringComparer.Ordinal),
        ];
    }

    private static ExchangeStep? Say(ExchangeSubject subject, ExchangeRecord? last, Func<ExchangeRecord, bool> arrived)
    {
        if (last is null)
            return new ExchangeStep(subject.Object, subject.RecordId, ExchangeEvent.New, 1, subject.ContentHash);
        var isKnown = last.Event is not ExchangeEvent.Cancel && last.ContentHash == subject.ContentHash && arrived(last);
        return isKnown ? null : new ExchangeStep(subject.Object, subject.RecordId, ExchangeEvent.Update, last.Number + 1, subject.ContentHash);
    }

    private static ExchangeStep? Cancel(ExchangeRecord last, Func<ExchangeRecord, bool> arrived) =>
        last.Event is ExchangeEvent.Cancel && arrived(last)
            ? null
            : new ExchangeStep(last.Object, last.RecordId, ExchangeEvent.Cancel, last.Number + 1, last.ContentHash);
}

/// <summary>An object of the library as it is now.</summary>
/// <param name="Object">Name of the object in the exchange.</param>
/// <param name="RecordId">Its natural key.</param>
/// <param name="ContentHash">SHA-256, hexadecimal, of its data.</param>
public sealed record ExchangeSubject(string Object, string RecordId, string ContentHash);

/// <summary>One record of a batch.</summary>
/// <param name="Object">Name of the object in the exchange.</param>
/// <param name="RecordId">Its natural key.</param>
/// <param name="Event">What is said of it.</param>
/// <param name="Number">Its number (<c>phienban</c>).</param>
/// <param name="ContentHash">SHA-256, hexadecimal, of its data.</param>
public sealed record ExchangeStep(string Object, string RecordId, ExchangeEvent Event, int Number, string ContentHash);
