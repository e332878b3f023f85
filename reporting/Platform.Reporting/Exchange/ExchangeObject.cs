using System.Security.Cryptography;
using Platform.Model.Reporting.Exchange;

namespace Platform.Reporting.Exchange;

/// <summary>An object of a library as the sector database takes it.</summary>
/// <param name="Object">Its name in the exchange.</param>
/// <param name="RecordId">Its natural key (<c>idbanghi</c>).</param>
/// <param name="Fields">Its data, in the order of the schema; what is absent is left out.</param>
public sealed record ExchangeObject(string Object, string RecordId, IReadOnlyList<ExchangeField> Fields)
{
    internal ExchangeSubject Subject() => new(Object, RecordId, Convert.ToHexStringLower(SHA256.HashData(ExchangeJson.Data(this))));
}

/// <summary>One field of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">A <see cref="string"/>, <see cref="int"/>, <see cref="double"/>, <see cref="bool"/> or <see cref="DateOnly"/>.</param>
public sealed record ExchangeField(string Name, object Value);

/// <summary>Records that go to the sector database together.</summary>
/// <param name="Library">Code of the library that sends.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="At">When the records were made.</param>
/// <param name="Records">The records, in order.</param>
public sealed record ExchangeBatch(string Library, string Period, DateTimeOffset At, IReadOnlyList<ExchangeLine> Records);

/// <summary>One record of a batch.</summary>
/// <param name="Step">Its envelope.</param>
/// <param name="Data">Its data; null for a tombstone.</param>
public sealed record ExchangeLine(ExchangeStep Step, ExchangeObject? Data);
