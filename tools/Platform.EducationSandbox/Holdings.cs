namespace Platform.EducationSandbox;

/// <summary>What the sandbox has accepted, and its own check that no delivery was accepted twice.</summary>
public sealed class Holdings(bool recognisesRepeats, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<Acceptance> _accepted = [];
    private readonly HashSet<(string Library, string Period)> _locks = [];
    private readonly Dictionary<(string Object, string Id), HeldRecord> _records = [];
    private int _repeats;

    /// <summary>Everything accepted, in order.</summary>
    public IReadOnlyList<Acceptance> Accepted => Read(() => _accepted.ToList());

    /// <summary>How many deliveries came again and were recognised.</summary>
    public int Repeats => Read(() => _repeats);

    /// <summary>The records of the exchange, as the deliveries left them.</summary>
    public IReadOnlyList<HeldRecord> Records => Read(() => _records.Values.OrderBy(r => r.Object, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal).ToList());

    /// <summary>Keys that were accepted more than once: empty, or something went wrong.</summary>
    public IReadOnlyList<string> Doubled => Read(() => _accepted.GroupBy(a => a.Key).Where(same => same.Count() > 1).Select(same => same.Key).ToList());

    /// <summary>What was accepted under a key; null when nothing was.</summary>
    public Acceptance? Find(string key) => Read(() => _accepted.FirstOrDefault(a => a.Key == key));

    /// <summary>Closes a library's period: deliveries for it are answered with 423.</summary>
    public void Close(string library, string period) => Read(() => _locks.Add((library, period)));

    /// <summary>Opens it again.</summary>
    public void Reopen(string library, string period) => Read(() => _locks.Remove((library, period)));

    /// <summary>Takes a checked parcel, or says why not.</summary>
    public Verdict Take(Parcel parcel) => Read(() =>
    {
        ArgumentNullException.ThrowIfNull(parcel);
        var manifest = parcel.Manifest;
        var known = _accepted.FirstOrDefault(a => a.Key == manifest.Key);
        if (known is not null && known.ContentHash != manifest.ContentHash)
            return Verdict.No(409, $"'{manifest.Key}' is held with other content.");
        if (known is not null && recognisesRepeats)
        {
            _repeats++;
            return Verdict.Yes(known, isNew: false);
        }
        if (_locks.Contains((manifest.Library, manifest.Period)))
            return Verdict.No(423, $"Kỳ {manifest.Period} của {manifest.Library} đã khóa; hãy gửi yêu cầu mở khóa.");
        if (_accepted.Any(a => a.Subject == manifest.Subject && a.Edition > manifest.Edition))
            return Verdict.No(409, $"A later edition of '{manifest.Subject}' is held.");
        return Verdict.Yes(Accept(parcel), isNew: true);
    });

    private Acceptance Accept(Parcel parcel)
    {
        var manifest = parcel.Manifest;
        var results = parcel.Records.Select(Apply).ToList();
        var acceptance = new Acceptance(
            $"BN{_accepted.Count + 1:000000}", manifest.Key, manifest.Subject, manifest.Edition, manifest.Title, manifest.ContentHash, clock.GetUtcNow(), manifest.Files, results);
        _accepted.Add(acceptance);
        return acceptance;
    }

    // The rule of the exchange: a version that is not above the one held is ignored, so that an old batch harms nothing.
    private RecordResult Apply(IncomingRecord record)
    {
        var place = (record.Object, record.Id);
        var held = _records.GetValueOrDefault(place);
        if (held is not null && record.Version <= held.Version)
            return new RecordResult(record.Object, record.Id, record.Version, "IGNORED");
        _records[place] = new HeldRecord(record.Object, record.Id, record.Version, record.Event, record.Event == "CANCEL");
        return new RecordResult(record.Object, record.Id, record.Version, "APPLIED");
    }

    private T Read<T>(Func<T> question)
    {
        lock (_gate)
            return question();
    }
}

/// <summary>One accepted delivery.</summary>
public sealed record Acceptance(
    string Receipt,
    string Key,
    string Subject,
    int Edition,
    string Title,
    string ContentHash,
    DateTimeOffset ReceivedAt,
    IReadOnlyList<ParcelFile> Files,
    IReadOnlyList<RecordResult> Results);

/// <summary>A record of the exchange as the sandbox holds it.</summary>
public sealed record HeldRecord(string Object, string Id, int Version, string Event, bool IsCancelled);

/// <summary>What became of one record of a batch: <c>APPLIED</c>, or <c>IGNORED</c> because its version is not above the one held.</summary>
public sealed record RecordResult(string Object, string Id, int Version, string Result);

/// <summary>Whether a parcel was taken.</summary>
public sealed record Verdict(int Status, Acceptance? Acceptance, IReadOnlyList<string> Messages)
{
    /// <summary>Taken now, or before.</summary>
    public static Verdict Yes(Acceptance acceptance, bool isNew) => new(isNew ? 201 : 200, acceptance, []);

    /// <summary>Not taken.</summary>
    public static Verdict No(int status, params string[] messages) => new(status, null, messages);
}
