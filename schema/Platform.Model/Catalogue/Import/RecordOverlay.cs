using Platform.Marc;

namespace Platform.Model.Catalogue.Import;

/// <summary>What becomes of a record when a better or fuller description of it comes in.</summary>
public static class RecordOverlay
{
    // Local numbers, local fields and holdings belong to whoever keeps the record.
    private static readonly HashSet<string> Protected = ["001", "003", "005", "040", "090", "852", "876", "877", "878"];

    // Fields of which a record may have as many as there are things to say.
    private static readonly HashSet<string> Additive = ["020", "022", "024", "041", "082", "084", "246", "490", "500", "504", "505", "520", "521", "653", "856"];

    /// <summary>The incoming description in the place of the present one; protected fields stay as they are: control numbers, 040, 090, 9XX, holdings, and more tags at will.</summary>
    public static MarcRecord Replace(MarcRecord present, MarcRecord incoming, IReadOnlyCollection<string>? alsoProtected = null)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(incoming);
        var kept = present.Fields.Where(f => IsProtected(f.Tag, alsoProtected));
        return Ordered(incoming.Leader, kept.Concat(incoming.Fields.Where(f => !IsProtected(f.Tag, alsoProtected))));
    }

    /// <summary>The present description with what the incoming one has beyond it: fields it lacks, and more values of repeatable ones.</summary>
    public static MarcRecord Complete(MarcRecord present, MarcRecord incoming, IReadOnlyCollection<string>? alsoProtected = null)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(incoming);
        var more = incoming.Fields.Where(f => !IsProtected(f.Tag, alsoProtected) && !present.Fields.Contains(f) && (IsAdditive(f.Tag) || !present.Has(f.Tag)));
        return Ordered(present.Leader, present.Fields.Concat(more));
    }

    private static bool IsProtected(string tag, IReadOnlyCollection<string>? alsoProtected) =>
        Protected.Contains(tag) || tag[0] == '9' || alsoProtected?.Contains(tag) is true;

    private static bool IsAdditive(string tag) => Additive.Contains(tag) || tag[0] is '6' or '7';

    // Text of either is Unicode by now.
    private static MarcRecord Ordered(Leader leader, IEnumerable<MarcField> fields) =>
        MarcRecord.Create(leader.With(9, 'a'), fields.OrderBy(f => f.Tag, StringComparer.Ordinal));
}
