using Platform.Model.Text;
using Platform.Storage.Spreadsheets;

namespace Platform.Storage.Catalogue.Import;

/// <summary>What each column of a register holds.</summary>
internal sealed class RegisterColumns
{
    private const int FewestColumns = 2;

    // Headers as school registers and exports of school software write them, folded.
    private static readonly Dictionary<string, RegisterColumn> Headers = new(StringComparer.Ordinal)
    {
        ["so dang ki ca biet"] = RegisterColumn.Number,
        ["so dkcb"] = RegisterColumn.Number,
        ["dkcb"] = RegisterColumn.Number,
        ["ma dkcb"] = RegisterColumn.Number,
        ["so ca biet"] = RegisterColumn.Number,
        ["ma vach"] = RegisterColumn.Number,
        ["barcode"] = RegisterColumn.Number,
        ["ma ca biet"] = RegisterColumn.Number,
        ["nhan de"] = RegisterColumn.Title,
        ["ten sach"] = RegisterColumn.Title,
        ["ten an pham"] = RegisterColumn.Title,
        ["ten tai lieu"] = RegisterColumn.Title,
        ["title"] = RegisterColumn.Title,
        ["tac gia"] = RegisterColumn.Author,
        ["ten tac gia"] = RegisterColumn.Author,
        ["author"] = RegisterColumn.Author,
        ["nha xuat ban"] = RegisterColumn.Publisher,
        ["nxb"] = RegisterColumn.Publisher,
        ["nha xb"] = RegisterColumn.Publisher,
        ["publisher"] = RegisterColumn.Publisher,
        ["noi xuat ban"] = RegisterColumn.Place,
        ["noi xb"] = RegisterColumn.Place,
        ["nam xuat ban"] = RegisterColumn.Year,
        ["nam xb"] = RegisterColumn.Year,
        ["nam"] = RegisterColumn.Year,
        ["year"] = RegisterColumn.Year,
        ["gia tien"] = RegisterColumn.Price,
        ["gia"] = RegisterColumn.Price,
        ["don gia"] = RegisterColumn.Price,
        ["gia bia"] = RegisterColumn.Price,
        ["price"] = RegisterColumn.Price,
        ["mon loai"] = RegisterColumn.CallNumber,
        ["ki hieu xep gia"] = RegisterColumn.CallNumber,
        ["ki hieu phan loai"] = RegisterColumn.CallNumber,
        ["phan loai"] = RegisterColumn.CallNumber,
        ["call number"] = RegisterColumn.CallNumber,
        ["kho"] = RegisterColumn.Location,
        ["vi tri"] = RegisterColumn.Location,
        ["ke"] = RegisterColumn.Location,
        ["location"] = RegisterColumn.Location,
        ["ngay vao so"] = RegisterColumn.EnteredOn,
        ["ngay nhap"] = RegisterColumn.EnteredOn,
        ["ngay thang vao so"] = RegisterColumn.EnteredOn,
        ["isbn"] = RegisterColumn.Isbn,
        ["loai sach"] = RegisterColumn.Type,
        ["loai"] = RegisterColumn.Type,
        ["so trang"] = RegisterColumn.Extent,
    };

    private readonly Dictionary<RegisterColumn, int> _places = [];

    private RegisterColumns()
    {
    }

    /// <summary>Columns assigned by hand.</summary>
    /// <exception cref="InvalidDataException">A name is unknown or stands twice, or the title or the number is missing.</exception>
    public static RegisterColumns Assigned(string columns)
    {
        var assigned = new RegisterColumns();
        foreach (var (name, place) in columns.Split(',').Select((name, place) => (name.Trim(), place)))
        {
            if (name is "-" or "")
                continue;
            var isKnown = Enum.TryParse<RegisterColumn>(name, ignoreCase: true, out var column);
            if (isKnown && column is RegisterColumn.Nothing)
                continue;
            if (!isKnown || !assigned._places.TryAdd(column, place))
                throw new InvalidDataException($"'{name}' is no column of a register, or stands twice; known: {string.Join(", ", Enum.GetNames<RegisterColumn>())}");
        }
        return assigned.Has(RegisterColumn.Title) && assigned.Has(RegisterColumn.Number)
            ? assigned
            : throw new InvalidDataException("the columns lack the title or the registration number");
    }

    /// <summary>Columns by a header; null when the row is none: it must name at least the title and the registration number.</summary>
    public static RegisterColumns? From(SheetRow row)
    {
        var found = new RegisterColumns();
        foreach (var (place, text) in row.Cells.OrderBy(cell => cell.Key))
            if (Headers.TryGetValue(VietnameseText.Fold(text), out var column))
                found._places.TryAdd(column, place);
        return found._places.Count >= FewestColumns && found.Has(RegisterColumn.Title) && found.Has(RegisterColumn.Number) ? found : null;
    }

    /// <summary>The cell of a row; null when the register has no such column or it is blank.</summary>
    public string? Cell(SheetRow row, RegisterColumn column) =>
        _places.TryGetValue(column, out var place) && row[place] is { Length: > 0 } text ? text : null;

    private bool Has(RegisterColumn column) => _places.ContainsKey(column);
}

/// <summary>What a column of an accession register can hold.</summary>
public enum RegisterColumn
{
    /// <summary>Registration number (số đăng ký cá biệt).</summary>
    Number,

    /// <summary>Title.</summary>
    Title,

    /// <summary>Author, as written.</summary>
    Author,

    /// <summary>Place of publication.</summary>
    Place,

    /// <summary>Publisher.</summary>
    Publisher,

    /// <summary>Year of publication.</summary>
    Year,

    /// <summary>Price in đồng.</summary>
    Price,

    /// <summary>Class number or call number (môn loại).</summary>
    CallNumber,

    /// <summary>Shelf or room.</summary>
    Location,

    /// <summary>Day of entry (ngày vào sổ).</summary>
    EnteredOn,

    /// <summary>ISBN.</summary>
    Isbn,

    /// <summary>Kind of book: SGK, SNV, STK, STN.</summary>
    Type,

    /// <summary>Pages.</summary>
    Extent,

    /// <summary>Running number of the old system; kept in MARC 035, never taken for an ISBN.</summary>
    LegacyId,

    /// <summary>Nothing that is taken: the column is left out.</summary>
    Nothing,
}
