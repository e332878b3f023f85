using System.Buffers;
using System.Text;

namespace Platform.Reporting.Snapshots;

/// <summary>
/// Writes a stretch of facts as bytes and reads it back: variable-length numbers, keys and days as differences, each subject once and
/// then by number. The same facts give the same bytes.
/// </summary>
public static class FactChunk
{
    /// <summary>How many facts a full chunk holds.</summary>
    public const int Size = 4096;

    /// <summary>The bytes of the facts.</summary>
    public static byte[] Write(ReadOnlySpan<FrozenFact> facts)
    {
        var bytes = new ArrayBufferWriter<byte>(facts.Length * 16);
        var subjects = new Dictionary<(string?, string), int>();
        var (id, day) = (0L, 0);
        WriteNumber(bytes, facts.Length);
        foreach (var fact in facts)
        {
            WriteNumber(bytes, fact.EntityId - id);
            WriteNumber(bytes, fact.On.DayNumber - day);
            WriteNumber(bytes, fact.Amount);
            WriteSubject(bytes, subjects, fact);
            (id, day) = (fact.EntityId, fact.On.DayNumber);
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The facts of the bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes end too early.</exception>
    public static FrozenFact[] Read(ReadOnlySpan<byte> bytes)
    {
        var facts = new FrozenFact[ReadNumber(ref bytes)];
        var subjects = new List<(string? Key, string Label)>();
        var (id, day) = (0L, 0);
        for (var i = 0; i < facts.Length; i++)
        {
            id += ReadNumber(ref bytes);
            day += (int)ReadNumber(ref bytes);
            var amount = ReadNumber(ref bytes);
            var (key, label) = ReadSubject(ref bytes, subjects);
            facts[i] = new FrozenFact(id, DateOnly.FromDayNumber(day), amount, key, label);
        }
        return facts;
    }

    // 0 announces a new subject, n > 0 the n-th one met in this chunk.
    private static void WriteSubject(ArrayBufferWriter<byte> bytes, Dictionary<(string?, string), int> subjects, in FrozenFact fact)
    {
        if (subjects.TryGetValue((fact.Key, fact.Label), out var known))
        {
            WriteNumber(bytes, known);
            return;
        }
        subjects.Add((fact.Key, fact.Label), subjects.Count + 1);
        WriteNumber(bytes, 0);
        WriteText(bytes, fact.Key);
        WriteText(bytes, fact.Label);
    }

    private static (string? Key, string Label) ReadSubject(ref ReadOnlySpan<byte> bytes, List<(string? Key, string Label)> subjects)
    {
        var number = (int)ReadNumber(ref bytes);
        if (number > subjects.Count)
            throw new InvalidDataException($"Subject {number} of {subjects.Count}.");
        if (number is 0)
        {
            subjects.Add((ReadText(ref bytes), ReadText(ref bytes) ?? ""));
            number = subjects.Count;
        }
        return subjects[number - 1];
    }

    // Length -1 is the absent text.
    private static void WriteText(ArrayBufferWriter<byte> bytes, string? text)
    {
        if (text is null)
        {
            WriteNumber(bytes, -1);
            return;
        }
        var length = Encoding.UTF8.GetByteCount(text);
        WriteNumber(bytes, length);
        Encoding.UTF8.GetBytes(text, bytes.GetSpan(length));
        bytes.Advance(length);
    }

    private static string? ReadText(ref ReadOnlySpan<byte> bytes)
    {
        var length = (int)ReadNumber(ref bytes);
        if (length < 0)
            return null;
        if (length > bytes.Length)
            throw new InvalidDataException("The chunk ends within a text.");
        var text = Encoding.UTF8.GetString(bytes[..length]);
        bytes = bytes[length..];
        return text;
    }

    // Zigzag, then seven bits a byte.
    private static void WriteNumber(ArrayBufferWriter<byte> bytes, long number)
    {
        var rest = (ulong)(number << 1 ^ number >> 63);
        var span = bytes.GetSpan(10);
        var length = 0;
        for (; rest > 0x7F; rest >>= 7)
            span[length++] = (byte)(rest | 0x80);
        span[length++] = (byte)rest;
        bytes.Advance(length);
    }

    private static long ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        var (value, shift) = (0UL, 0);
        for (var i = 0; i < bytes.Length && shift < 70; i++, shift += 7)
        {
            value |= (ulong)(bytes[i] & 0x7F) << shift;
            if (bytes[i] <= 0x7F)
            {
                bytes = bytes[(i + 1)..];
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }
        throw new InvalidDataException("The chunk ends within a number.");
    }
}
