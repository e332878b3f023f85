using Platform.Model.Patrons;
using Platform.Model.Text;
using Platform.Storage.Spreadsheets;

namespace Platform.Storage.Patrons;

/// <summary>The persons of a pupil or staff export of the Ministry's database, and what is wrong with it.</summary>
/// <param name="IsStaff">Whether it is a staff export (CSDL_GiaoVien).</param>
/// <param name="Persons">The rows that could be read.</param>
/// <param name="Problems">What could not, by sheet, row and column.</param>
public sealed record MinistryExport(bool IsStaff, IReadOnlyList<PersonRow> Persons, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>Name of the sheet that was read; null when none was.</summary>
    public string? Sheet { get; init; }

    /// <summary>Where the class stands, by letters and heading; null where there is no such column.</summary>
    public string? ClassColumn { get; init; }

    private static readonly string[] PupilHeadings = ["Mã lớp", "Tên lớp", "Lớp", "Mã học sinh", "Họ tên", "Họ và tên", "Ngày sinh", "Giới tính", "Trạng thái HS", "Ngày nhập trạng thái", "Dân tộc", "Số định danh cá nhân", "Khối"];

    private static readonly string[] StaffHeadings = ["Họ tên", "Họ và tên", "Mã giáo viên", "Mã định danh", "Mã cán bộ", "Ngày sinh", "Trạng thái CB", "Vị trí việc làm", "Nhóm chức vụ", "Môn dạy", "Email"];

    private static readonly string[] StaffMarks = ["Trạng thái CB", "Vị trí việc làm", "Mã giáo viên", "Mã cán bộ", "Nhóm chức vụ"];

    /// <summary>Reads an export; columns are found by their headings.</summary>
    public static MinistryExport Read(Stream content)
    {
        if (Workbook.TryRead(content) is not { } workbook)
            return Failed(new ImportProblem(ImportFault.NotAWorkbook, null, null, null, null, true));
        var table = HeadedTable.Find(workbook, [.. PupilHeadings.Union(StaffHeadings)], 3);
        if (table is null)
            return Failed(new ImportProblem(ImportFault.HeaderNotFound, null, null, null, "Họ tên, Mã học sinh, Ngày sinh", true));
        return StaffMarks.Any(mark => table.Column(mark) is not null) ? new ExportReading(table, isStaff: true).Read() : new ExportReading(table, isStaff: false).Read();
    }

    private static MinistryExport Failed(ImportProblem problem) => new(false, [], [problem]);
}

/// <summary>Reads the rows of one export.</summary>
internal sealed class ExportReading(HeadedTable table, bool isStaff)
{
    private const int LongestName = 100;
    private const int LongestCode = 20;

    private readonly List<ImportProblem> _problems = [];
    private readonly Dictionary<string, int> _rowOfCode = [];
    private readonly int? _code = First(table, isStaff ? ["Mã giáo viên", "Mã cán bộ", "Mã định danh"] : ["Mã học sinh"]);
    private readonly int? _name = First(table, ["Họ tên", "Họ và tên"]);
    private readonly int? _born = First(table, ["Ngày sinh"]);
    private readonly int? _class = First(table, ["Tên lớp", "Lớp", "Mã lớp"]);
    private readonly int? _grade = First(table, ["Khối", "Khối lớp"]);
    private readonly int? _state = First(table, isStaff ? ["Trạng thái CB"] : ["Trạng thái HS", "Trạng thái"]);
    private readonly int? _stateOn = First(table, ["Ngày nhập trạng thái"]);
    private readonly int? _post = First(table, ["Vị trí việc làm", "Nhóm chức vụ"]);

    public MinistryExport Read()
    {
        Need(_name, "Họ tên");
        Need(_code, isStaff ? "Mã giáo viên" : "Mã học sinh");
        if (!isStaff)
            Need(_class, "Tên lớp");
        if (_problems.Count > 0)
            return new MinistryExport(isStaff, [], _problems);
        return new MinistryExport(isStaff, [.. table.Rows.Select(Person).OfType<PersonRow>()], _problems) { Sheet = table.Sheet.Name, ClassColumn = Place(_class, "Tên lớp") };
    }

    private static int? First(HeadedTable table, string[] headings) => headings.Select(table.Column).FirstOrDefault(column => column is not null);

    private void Need(int? column, string heading)
    {
        if (column is null)
            _problems.Add(new ImportProblem(ImportFault.ColumnMissing, table.Sheet.Name, table.HeaderRow, null, heading, true));
    }

    private PersonRow? Person(SheetRow row)
    {
        var name = Text(row, _name);
        var code = Text(row, _code);
        // Rows of sums, signatures and notes below the table have neither.
        if (name.Length == 0 && code.Length == 0)
            return null;
        if (!IsWhole(row, name, code))
            return null;
        var className = isStaff ? null : Text(row, _class);
        return new PersonRow
        {
            RowNumber = row.Number,
            MinistryCode = code.Length == 0 ? null : code,
            FullName = name,
            BornOn = DateAt(row, _born, "Ngày sinh"),
            Category = CategoryOf(row),
            ClassName = className,
            Grade = className is null ? null : ClassGrade.Of(Text(row, _grade), className),
            LeftOn = LeftOn(row),
        };
    }

    private bool IsWhole(SheetRow row, string name, string code)
    {
        var before = _problems.Count;
        if (name.Length == 0)
            Add(ImportFault.ValueMissing, row, _name, "Họ tên", null);
        if (!isStaff && Text(row, _class).Length == 0)
            Add(ImportFault.ValueMissing, row, _class, "Tên lớp", null);
        if (name.Length > LongestName)
            Add(ImportFault.TooLong, row, _name, "Họ tên", name);
        if (code.Length > LongestCode)
            Add(ImportFault.TooLong, row, _code, "Mã", code);
        if (code.Length > 0 && !_rowOfCode.TryAdd(code, row.Number))
            Add(ImportFault.CodeRepeated, row, _code, "Mã", code);
        return _problems.Count == before;
    }

    private PatronCategory CategoryOf(SheetRow row)
    {
        if (!isStaff)
            return PatronCategory.Pupil;
        var post = VietnameseText.Fold(Text(row, _post));
        return post.Contains("nhan vien", StringComparison.Ordinal) ? PatronCategory.Staff : PatronCategory.Teacher;
    }

    private DateOnly? LeftOn(SheetRow row)
    {
        var state = Text(row, _state);
        if (PupilState.Of(state) is not { } known)
        {
            _problems.Add(new ImportProblem(ImportFault.StateUnknown, table.Sheet.Name, row.Number, Place(_state, "Trạng thái"), state, false));
            return null;
        }
        return known is PupilPresence.Gone ? DateAt(row, _stateOn, "Ngày nhập trạng thái") ?? DateOnly.MinValue : null;
    }

    private DateOnly? DateAt(SheetRow row, int? column, string heading)
    {
        var text = Text(row, column);
        if (text.Length == 0)
            return null;
        if (HeadedTable.Date(text) is { } date)
            return date;
        _problems.Add(new ImportProblem(ImportFault.NotADate, table.Sheet.Name, row.Number, Place(column, heading), text, true));
        return null;
    }

    private void Add(ImportFault code, SheetRow row, int? column, string heading, string? value) =>
        _problems.Add(new ImportProblem(code, table.Sheet.Name, row.Number, Place(column, heading), value, true));

    private static string Place(int? column, string heading) => column is { } at ? $"{HeadedTable.Letters(at)} ({heading})" : heading;

    private static string Text(SheetRow row, int? column) => column is { } at ? row[at] : "";
}
