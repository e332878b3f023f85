using Platform.Model.Libraries;
using Platform.Model.Reporting;
using Platform.Reporting.Scheduling;
using Platform.Reporting.Snapshots;

namespace Platform.Reporting.Tests;

public sealed class RegisterColumnsTests
{
    private static readonly string[] OfTheDepartment = ["Số ĐKCB", "Tên sách", "Ngày vào sổ", "+Kiểm kê 2027", "price"];

    [Fact]
    public async Task DepartmentsColumns_HoldForItsSchools_UnlessTheCommuneSaysOtherwise()
    {
        await using var fixture = await ReportingFixture.CreateAsync();
        await SampleMonth.FillAsync(fixture);
        var department = await fixture.Database.HasAsync(new Organisation { Code = "SO", Name = "Sở GD&ĐT", Kind = OrganisationKind.Department });
        await using (var db = fixture.Database.Open())
            await fixture.Database.HasAsync(new OrganisationParent { OrganisationId = db.Organisations.Single(o => o.Code == "H38.51.7").Id, ParentId = department.Id, FromOn = new DateOnly(2025, 7, 1) });
        var options = With("SO", "S-02", OfTheDepartment);

        var ofTheDepartment = await TableAsync(fixture, options);
        options.Registers["H38.51.7"] = new Dictionary<string, IList<string>> { ["S-02/reference"] = ["Số ĐKCB", "price"] };
        var ofTheCommune = await TableAsync(fixture, options);

        ofTheDepartment.Texts.Select(t => t.Head).ShouldBe(["STT", "Số ĐKCB", "Tên sách", "Ngày vào sổ", "Kiểm kê 2027"]);
        ofTheDepartment.Rows[0].Texts.ShouldBe(["1", "TK.00001", "Dế Mèn phiêu lưu ký", "12/10/2026", ""]);
        ofTheDepartment.Rows[^1].Cells.ShouldHaveSingleItem().Value.ShouldBe(135_000);
        ofTheCommune.Texts.Select(t => t.Head).ShouldBe(["STT", "Số ĐKCB"]);
    }

    [Theory]
    [InlineData("S-02", "Số ĐKBC|price", "table 'reference' has no column 'Số ĐKBC'")]
    [InlineData("S-02", "Số ĐKCB", "table 'reference' keeps no column of figures")]
    [InlineData("S-07", "Ngày|v-all", "column 'v-all' of table 'diary' needs 'v-gv'")]
    [InlineData("R-11", "value", "'R-11' is no register")]
    [InlineData("S-99", "price", "names 'S-99', which is no report")]
    public void ChoiceThatCannotBe_StopsTheStartAndIsNamed(string register, string columns, string fault)
    {
        var result = new ReportingOptionsValidator(ReportingFixture.Catalogue).Validate(null, With("SO", register, columns.Split('|')));

        result.Failed.ShouldBeTrue();
        result.FailureMessage.ShouldContain("Reporting:Registers:SO");
        result.FailureMessage.ShouldContain(fault);
    }

    private static ReportingOptions With(string body, string register, string[] columns)
    {
        var options = new ReportingOptions();
        options.Registers[body] = new Dictionary<string, IList<string>> { [register] = [.. columns] };
        return options;
    }

    private static async Task<TableSection> TableAsync(ReportingFixture fixture, ReportingOptions options)
    {
        var definition = ReportingFixture.Catalogue.Find("S-02", new DateOnly(2026, 10, 31)).ShouldNotBeNull();
        var content = await fixture.RunnerWith(options).PreviewAsync(definition, fixture.Library, ReportPeriod.Month(2026, 10), TestContext.Current.CancellationToken);
        return content.Document.Tables.Single(t => t.Code == "reference");
    }
}
