using System.ComponentModel.DataAnnotations;
using Suyuan.Accounts;
using Suyuan.Batches;
using Suyuan.Common;
using Suyuan.Enterprises;

namespace Suyuan.IdentityCodes;

/// <summary>How many codes an enterprise is given.</summary>
/// <param name="Count">At least one; at most what one product's serials hold.</param>
/// <param name="Layout">The name of a layout; without one the default.</param>
/// <param name="ProductSerial">Which of the enterprise's products, where the layout tells products apart.</param>
public sealed record CodeAllocationRequest(
    CreditCode Enterprise, long Count, string? Layout = null, int? ProductSerial = null, [StringLength(500)] string? Note = null)
{
    public AllocateCodes ToCommand(Caller by) =>
        new() { By = by, Count = Count, Layout = Layout, ProductSerial = ProductSerial, Note = Note };
}

/// <summary>The first and the last code on an earlier vendor's rolls.</summary>
/// <param name="Layout">`plain` for any digits, `checked` for any digits with a check digit at their end, or another layout's name.</param>
public sealed record CodeRunRequest(
    string Start, string End, string Layout, [StringLength(60)] string? Vendor = null, [StringLength(500)] string? Note = null)
{
    public RegisterCodeRun ToCommand(Caller by) =>
        new() { By = by, Start = Start, End = End, Layout = Layout, Vendor = Vendor, Note = Note };
}

/// <summary>The first and the last code of the labels that a batch got (开始身份码, 结束身份码).</summary>
public sealed record CodeRangeRequest(string Start, string End)
{
    public BindCodes ToCommand(Caller by, BatchNumber batch) => new(by, batch, Start, End);
}

/// <summary>The first and the last code to freeze, and why.</summary>
public sealed record CodeFreezeRequest(string Start, string End, string Reason) : IGivesReason
{
    public FreezeCodes ToCommand(Caller by, BatchNumber batch, int? revision) => new(by, batch, Start, End, Reason, revision);
}
