using System.Globalization;
using System.Text;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Common.Tests;
using Suyuan.Jobs.Tests;

namespace Suyuan.Bales.Tests;

/// <summary>A file of inspection results, row by row.</summary>
internal sealed class InspectionFile
{
    private static int count;
    private readonly StringBuilder text = new("条码,批号,检验日期,颜色级,长度,马克隆值,断裂比强度,长度整齐度,轧工质量,异性纤维,Rd,+b,含杂率,短纤维率\n");

    /// <summary>A barcode that no bale has.</summary>
    public static string UnknownBarcode() =>
        string.Create(CultureInfo.InvariantCulture, $"326599926110112215500{Interlocked.Increment(ref count):00000000000}");

    public InspectionFile Row(
        string barcode, string length = "29.3", string micronaire = "4.4", string strength = "29.8", string rest = "82.5,P2,无,81.3,7.4,2.4,")
    {
        text.Append(CultureInfo.InvariantCulture, $"{barcode},65140161077,2026-11-20,白棉3级,{length},{micronaire},{strength},{rest}\n");
        return this;
    }

    public InspectionFile Raw(string row)
    {
        text.Append(row).Append('\n');
        return this;
    }

    public async Task<HttpResponseMessage> Import(TestApp app, string query = "", Role role = Role.Inspector, string scope = "")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString()));
        using var form = new MultipartFormDataContent { { content, "file", "results.csv" } };
        return await (await app.As(role, scope)).PostAsync("/api/v1/inspections/imports" + query, form);
    }

    /// <summary>The report of an import that went well.</summary>
    public async Task<JsonElement> Report(SuyuanApp app, string query = "", Role role = Role.Inspector) =>
        await (await Import(app, query, role)).Report(await app.As(role));

    /// <summary>What is wrong in its rows, when that keeps all out.</summary>
    public async Task<JsonElement[]> Refused(SuyuanApp app)
    {
        var inspector = await app.As(Role.Inspector);
        return await inspector.Errors(await (await Import(app)).Failed(inspector, "table/rows-refused"));
    }
}
