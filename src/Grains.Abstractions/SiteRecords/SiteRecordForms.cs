using Suyuan.Forms;
using Suyuan.Inputs;

namespace Suyuan.SiteRecords;

/// <summary>Which forms are site records: internal management (内部管理), test information (检测信息), and issues of inputs (领用).</summary>
public static class SiteRecordForms
{
    public const string HealthCheck = "health-check";

    public static bool Takes(Form form) => form.Group is FormGroup.Management or FormGroup.Inspection || form.Key == InputForms.Use;
}
