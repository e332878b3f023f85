using System.Text;

namespace Platform.Marc.Tests;

/// <summary>What tests are made of: records and the readings of bytes.</summary>
internal static class A
{
    public static MarcRecord Book() => new MarcRecordBuilder()
        .Control("001", "VN0001")
        .Control("008", "260101s2019    vm a     b    000 0 vie d")
        .Data("100", "0#", "aTô Hoài,", "etác giả")
        .Data("245", "10", "aDế Mèn phiêu lưu ký /", "cTô Hoài")
        .Data("260", "##", "aHà Nội :", "bKim Đồng,", "c2019")
        .Data("650", "#4", "aTruyện thiếu nhi")
        .Data("650", "#4", "aVăn học", "zViệt Nam")
        .Build();

    public static async Task<List<MarcReading>> Reading(byte[] bytes, MarcReadOptions? options = null)
    {
        var readings = new List<MarcReading>();
        await foreach (var reading in MarcReader.ReadAsync(new MemoryStream(bytes), options))
            readings.Add(reading);
        return readings;
    }

    public static Task<List<MarcReading>> Reading(string text, MarcReadOptions? options = null) =>
        Reading(Encoding.UTF8.GetBytes(text), options);

    public static Task<byte[]> Written(MarcFormat format, params IEnumerable<MarcRecord> records) => Written(format, MarcWriteOptions.Default, records);

    public static async Task<byte[]> Written(MarcFormat format, MarcWriteOptions options, IEnumerable<MarcRecord> records)
    {
        var stream = new MemoryStream();
        await using (var writer = new MarcWriter(stream, format, options))
            foreach (var record in records)
                (await writer.WriteAsync(record)).IsWritten.ShouldBeTrue();
        return stream.ToArray();
    }
}
