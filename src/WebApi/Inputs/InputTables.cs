using Suyuan.Common;
using Suyuan.Forms;

namespace Suyuan.Inputs;

/// <summary>Inputs, lots, uses and stock as tables; kinds and units by what their forms call them.</summary>
internal sealed class InputTables(FormCatalogue forms)
{
    private const string KindHeading = "物资类别";
    private const string UnitHeading = "计量单位";
    private const string NameHeading = "物资名称";

    public ExportTable<InputItem> Catalogue => new("inputs", "物资")
    {
        { "id", "物资编码", item => item.Id },
        { "kind", KindHeading, item => Kind(item.Kind) },
        { "name", NameHeading, item => item.Name },
        { "specification", "规格", item => item.Answers.Text("specification") },
        { "maker", "生产厂家", item => item.Answers.Text("maker") },
        { "registrationNo", "登记证号", item => item.Answers.Text("registrationNo") },
        { "unit", UnitHeading, item => Unit(item.Kind, item.Unit) },
        { "left", "库存", item => item.Left },
        { "retired", "已停用", item => item.Retired },
        { "changedAt", "更新时间", item => item.ChangedAt },
    };

    public ExportTable<InputStockItem> Stock => new("input-stock", "物资库存")
    {
        { "id", "物资编码", item => item.Id },
        { "kind", KindHeading, item => Kind(item.Kind) },
        { "name", NameHeading, item => item.Name },
        { "unit", UnitHeading, item => Unit(item.Kind, item.Unit) },
        { "lots", "批次数", item => item.Lots },
        { "purchased", "采购", item => item.Purchased },
        { "used", "领用", item => item.Used },
        { "writtenOff", "停用核销", item => item.WrittenOff },
        { "left", "库存", item => item.Left },
        { "leftExpired", "其中已过期", item => item.LeftExpired },
        { "nextExpiry", "最近到期日", item => item.NextExpiry },
    };

    public ExportTable<InputLotItem> Lots => new("input-lots", "物资采购")
    {
        { "id", "批次编码", lot => lot.Id },
        { "kind", KindHeading, lot => Kind(lot.Kind) },
        { "itemName", NameHeading, lot => lot.ItemName },
        { "lotNumber", "生产批号", lot => lot.LotNumber },
        { "supplier", "供应商", lot => lot.Supplier },
        { "purchasedOn", "采购日期", lot => lot.PurchasedOn },
        { "producedOn", "生产日期", lot => lot.ProducedOn },
        { "validUntil", "有效期至", lot => lot.ValidUntil },
        { "quantity", "采购数量", lot => lot.Quantity },
        { "used", "已领用", lot => lot.Used },
        { "left", "剩余", lot => lot.Left },
        { "unit", UnitHeading, lot => Unit(lot.Kind, lot.Unit) },
        { "state", "状态", lot => lot.State },
    };

    public ExportTable<InputUseItem> Uses => new("input-uses", "物资领用")
    {
        { "usedOn", "使用日期", use => use.UsedOn },
        { "kind", KindHeading, use => Kind(use.Kind) },
        { "itemName", NameHeading, use => use.ItemName },
        { "lotNumber", "生产批号", use => use.LotNumber },
        { "quantity", "数量", use => use.Quantity },
        { "unit", UnitHeading, use => Unit(use.Kind, use.Unit) },
        { "batch", "生产批次", use => use.Batch },
        { "record", "记录编码", use => use.Record },
        { "stage", "环节", use => use.Stage is { } stage ? forms.NameOf(stage) : null },
        { "warnings", "警示", use => use.Warnings },
    };

    private FormText Kind(string kind) => forms.NameOf(InputForms.OfKind(kind));

    private FormText Unit(string kind, string unit) => forms.ChoiceOf(InputForms.OfKind(kind), "unit", unit);
}
