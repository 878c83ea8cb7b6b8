using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.Jobs.Tests;
using Suyuan.Silo.Storage;

namespace Suyuan.Bales.Tests;

[Collection(AppCollection.Name)]
public sealed class InspectionApiTests(SuyuanApp app)
{
    private static (int Created, int Changed, int Unchanged, int Unknown) Counts(JsonElement report) => (
        report.GetProperty("created").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("unchanged").GetInt32(),
        report.GetProperty("unknownBarcodes").GetInt32());

    private async Task<long> Count(string sql, params object[] arguments)
    {
        await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var argument in arguments) command.Parameters.Add(new() { Value = argument });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private Task<long> Stored(string barcode) => Count("select count(*) from inspections where barcode = $1", barcode);

    [Fact]
    public async Task A_file_imported_twice_changes_nothing_ST1()
    {
        var file = new InspectionFile().Row(InspectionFile.UnknownBarcode()).Row(InspectionFile.UnknownBarcode());
        var first = await file.Report(app);
        Assert.Equal((2, 0, 0, 2), Counts(first));
        var second = await file.Report(app);
        Assert.True(second.GetProperty("repeated").GetBoolean());
        Assert.Equal(first.GetProperty("import").GetInt64(), second.GetProperty("import").GetInt64());
        Assert.Equal(1, await Count("select count(*) from inspection_imports where id = $1 and rows = 2", first.GetProperty("import").GetInt64()));
    }

    [Fact]
    public async Task A_later_import_corrects_and_keeps_what_it_replaced_ST1()
    {
        var (same, corrected) = (InspectionFile.UnknownBarcode(), InspectionFile.UnknownBarcode());
        var first = await new InspectionFile().Row(same).Row(corrected, length: "28.9").Report(app);
        var second = await new InspectionFile().Row(same).Row(corrected, length: "29.1").Report(app, role: Role.Platform);

        Assert.Equal((0, 1, 1, 2), Counts(second));
        Assert.Equal(1, await Count(
            """
            select count(*) from replaced_inspections r join inspections i using (barcode)
            join inspection_imports was on was.id = r.import join inspection_imports now on now.id = i.import
            where r.barcode = $1 and r.length_mm = 28.9 and i.length_mm = 29.1 and was.id = $2 and now.id = $3 and r.replaced_by = now.id
                and now.actor = 'platform' and was.actor <> 'platform' and was.file_name = 'results.csv'
            """,
            corrected, first.GetProperty("import").GetInt64(), second.GetProperty("import").GetInt64()));
    }

    [Fact]
    public async Task One_bad_row_keeps_all_out_unless_the_good_ones_are_asked_for_ST1()
    {
        var good = InspectionFile.UnknownBarcode();
        var file = new InspectionFile().Row(good).Row("12345");
        var row = Assert.Single(await file.Refused(app));
        Assert.Equal((3, "条码", "inspection/bad-barcode"),
            (row.GetProperty("row").GetInt32(), row.GetProperty("column").GetString(), row.GetProperty("code").GetString()));
        Assert.Equal(0, await Stored(good));

        var report = await file.Report(app, "?partial=true");
        Assert.Equal((1, 0, 0, 1), Counts(report));
        Assert.Equal((2, 1), (report.GetProperty("rows").GetInt32(), report.GetProperty("refused").GetInt32()));
        Assert.Equal(1, await Stored(good));
        var again = await file.Report(app);
        Assert.Equal((true, 2, 1), (
            again.GetProperty("repeated").GetBoolean(), again.GetProperty("rows").GetInt32(), again.GetProperty("refused").GetInt32()));
    }

    [Fact]
    public async Task A_dry_run_tells_everything_and_stores_nothing_ST1()
    {
        var good = InspectionFile.UnknownBarcode();
        var report = await new InspectionFile().Row(good).Row("1").Report(app, "?dryRun=true");
        Assert.Equal((1, 0, 0, 1), Counts(report));
        Assert.False(report.TryGetProperty("import", out _));
        Assert.Equal(0, await Stored(good));
    }

    [Theory]
    [InlineData("inspection/required", "长度", "{0},,,31,,4.4,29.8,82.5,,,,,,")]
    [InlineData("inspection/bad-barcode", "条码", "3.26514E+31,,,31,29.3,4.4,29.8,82.5,,,,,,")]
    [InlineData("inspection/bad-batch", "批号", "{0},6514016107,,31,29.3,4.4,29.8,82.5,,,,,,")]
    [InlineData("inspection/bad-date", "检验日期", "{0},,20.11.2026,31,29.3,4.4,29.8,82.5,,,,,,")]
    [InlineData("inspection/unknown-colour-grade", "颜色级", "{0},,,61,29.3,4.4,29.8,82.5,,,,,,")]
    [InlineData("inspection/not-a-number", "马克隆值", "{0},,,31,29.3,B2,29.8,82.5,,,,,,")]
    [InlineData("inspection/out-of-range", "断裂比强度", "{0},,,31,29.3,4.4,298,82.5,,,,,,")]
    [InlineData("inspection/out-of-range", "含杂率", "{0},,,31,29.3,4.4,29.8,82.5,,,,,20.1,")]
    [InlineData("inspection/unknown-ginning-quality", "轧工质量", "{0},,,31,29.3,4.4,29.8,82.5,P4,,,,,")]
    [InlineData("inspection/unknown-foreign-fibre", "异性纤维", "{0},,,31,29.3,4.4,29.8,82.5,,some,,,,")]
    public async Task A_bad_cell_is_told_by_row_column_and_code_ST1(string code, string column, string row)
    {
        var text = row.Replace("{0}", InspectionFile.UnknownBarcode(), StringComparison.Ordinal);
        var inspector = await app.As(Role.Inspector);
        var job = await (await new InspectionFile().Raw(text).Import(app, "?dryRun=true")).Ended(inspector);
        var error = Assert.Single(await inspector.Errors(job));
        Assert.Equal((2, column, code), (
            error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString(), error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_barcode_stands_in_a_file_once_ST1()
    {
        var barcode = InspectionFile.UnknownBarcode();
        var error = Assert.Single(await new InspectionFile().Row(barcode).Row(barcode, length: "28.0").Refused(app));
        Assert.Equal("inspection/duplicate-barcode", error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Figures_are_stored_as_published_ST1()
    {
        var barcode = InspectionFile.UnknownBarcode();
        await new InspectionFile().Row(barcode, length: "28.95", micronaire: "4.24").Report(app);
        Assert.Equal(1, await Count("select count(*) from inspections where barcode = $1 and length_mm = 29.0 and micronaire = 4.2", barcode));
    }

    [Fact]
    public async Task Only_inspectors_and_the_platform_import_AC5() =>
        await (await new InspectionFile().Import(app, role: Role.Ginner, scope: "65990")).ShouldBe(403, "common/forbidden");

    [Fact]
    public async Task A_file_lacking_a_column_is_refused_ST1()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent("条码\n1\n"u8.ToArray()), "file", "results.csv" } };
        var inspector = await app.As(Role.Inspector);
        await (await inspector.PostAsync("/api/v1/inspections/imports", form)).Failed(inspector, "table/missing-column");
    }

    [Fact]
    public async Task An_import_cut_short_has_left_nothing_behind_ST1()
    {
        var ledger = app.Services.GetRequiredService<BulkLedger>();
        var barcode = InspectionFile.UnknownBarcode();
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.Import<InspectionReport>(
            new("inspections", [1, 2, 3], new Dictionary<string, string>()), CutShort(barcode), () => new(true, new Dictionary<string, string>()), default));
        Assert.Equal(0, await Stored(barcode));
        Assert.Equal(0, await Count(@"select count(*) from inspection_imports where sha256 = '\x010203'"));
    }

    private static async IAsyncEnumerable<object?[]> CutShort(string barcode)
    {
        await Task.Yield();
        yield return [barcode, null, null, "31", 29.0m, 4.0m, 29.0m, 82.0m, null, null, null, null, null, null];
        throw new InvalidOperationException("The node dies here.");
    }
}
