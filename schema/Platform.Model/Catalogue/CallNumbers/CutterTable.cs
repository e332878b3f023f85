using System.Collections.Frozen;

namespace Platform.Model.Catalogue.CallNumbers;

/// <summary>
/// Numbers of Vietnamese rhymes for book marks (bảng mã hóa tên sách), by a rhyme without its tone. The numbers shipped are those that the
/// marks of practice agree in; a library may set its own.
/// </summary>
public sealed class CutterTable
{
    private const string Shipped = """
        A 100 AC 101 ACH 102 AI 103 AM 104 AN 105 ANG 106 ANH 107 AO 108 AP 109 AT 110 AU 111 AY 112
        ĂC 113 ĂM 114 ĂN 115 ĂNG 116 ĂP 117 ĂT 118 ÂC 119 ÂM 120 ÂN 121 ÂNG 122 ÂP 123 ÂT 124 ÂU 125 ÂY 126
        E 200 EC 201 EM 202 EN 203 ENG 204 EO 205 EP 206 ET 207 Ê 250 ÊCH 251 ÊM 252 ÊN 253 ÊNH 254 ÊP 255 ÊT 256 ÊU 257
        I 300 IA 301 ICH 302 IÊC 303 IÊM 304 IÊN 305 IÊNG 306 IÊP 307 IÊT 308 IÊU 309 IM 310 IN 311 INH 312 IP 313 IT 314 IU 315
        O 400 OA 401 OAC 402 OACH 403 OAI 404 OAM 405 OAN 406 OANG 407 OANH 408 OAO 409 OAP 410 OAT 411 OAY 412 OĂC 413 OĂM 414 OĂN 415
        OĂNG 416 OĂT 417 OC 418 OE 419 OEN 420 OEO 421 OET 422 OI 423 OM 424 ON 425 ONG 426 OONG 427 OP 428 OT 429
        Ô 450 ÔC 451 ÔI 452 ÔM 453 ÔN 454 ÔNG 455 ÔP 456 ÔT 457 Ơ 460 ƠI 461 ƠM 462 ƠN 463 ƠP 464 ƠT 465
        U 500 UA 501 UÂN 502 UÂNG 503 UÂT 504 UÂY 505 UC 506 UÊ 507 UÊCH 508 UÊNH 509 UI 510 UM 511 UN 512 UNG 513 UƠ 514 UÔC 515 UÔI 516
        UÔM 517 UÔN 518 UÔNG 519 UÔT 520 UP 521 UT 522 UY 523 UYA 524 UYCH 525 UYÊN 527 UYÊT 528 UYNH 529 UYT 530 UYU 531
        Ư 550 ƯA 551 ƯC 552 ƯI 553 ƯM 554 ƯN 555 ƯNG 556 ƯƠC 557 ƯƠI 558 ƯƠM 559 ƯƠN 560 ƯƠNG 561 ƯƠP 562 ƯƠT 563 ƯƠU 564 ƯT 565 ƯU 566
        Y 600 YÊM 601 YÊN 602 YÊNG 603 YÊT 604 YÊU 605
        """;

    private readonly FrozenDictionary<string, string> _numbers;

    private CutterTable(IEnumerable<KeyValuePair<string, string>> numbers) => _numbers = numbers.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The numbers shipped.</summary>
    public static CutterTable Usual { get; } = new(Pairs());

    /// <summary>All rhymes with their numbers, by number.</summary>
    public IEnumerable<KeyValuePair<string, string>> Numbers => _numbers.OrderBy(n => n.Value, StringComparer.Ordinal);

    /// <summary>The table with other numbers for some rhymes.</summary>
    public CutterTable With(IEnumerable<KeyValuePair<string, string>> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var numbers = _numbers.ToDictionary(StringComparer.Ordinal);
        foreach (var (rhyme, number) in own)
            numbers[rhyme] = number;
        return new CutterTable(numbers);
    }

    /// <summary>The number of a rhyme; that of its longest beginning in the table for one that is not; null when not even its first letter is.</summary>
    public string? NumberOf(string rhyme)
    {
        ArgumentNullException.ThrowIfNull(rhyme);
        for (var length = rhyme.Length; length > 0; length--)
            if (_numbers.TryGetValue(rhyme[..length], out var number))
                return number;
        return null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        var cells = Shipped.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < cells.Length; i += 2)
            yield return KeyValuePair.Create(cells[i], cells[i + 1]);
    }
}
