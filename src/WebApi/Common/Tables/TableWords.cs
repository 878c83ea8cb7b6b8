using System.Collections.Concurrent;
using System.Text.Json;
using Suyuan.Accounts;
using Suyuan.Bales;
using Suyuan.Batches;
using Suyuan.Filings;
using Suyuan.GinLines;
using Suyuan.Growers;
using Suyuan.IdentityCodes;
using Suyuan.Inputs;
using Suyuan.Jobs;
using Suyuan.Regions;
using Suyuan.Sensors;
using Suyuan.SiteRecords;
using Suyuan.Statistics;
using Suyuan.TraceCards;
using Suyuan.TraceUnits;
using Suyuan.WeighTickets;

namespace Suyuan.Common;

/// <summary>Values that are no text of anybody, as tables write them: in Chinese the trade's word, in English the API's name.</summary>
internal static class TableWords
{
    public static IReadOnlyDictionary<object, string> Chinese { get; } = new Dictionary<object, string>
    {
        [true] = "是",
        [false] = "否",
        [RegionKind.Division] = "师",
        [RegionKind.Regiment] = "团",
        [RegionKind.Company] = "连",
        [LandKind.Identity] = "身份地",
        [LandKind.Leased] = "经营地",
        [Formation.Company] = "连队组团",
        [Formation.Free] = "自由组团",
        [Formation.Cooperative] = "合作社组团",
        [Formation.Individual] = "单独参与",
        [TraceUnitState.Pending] = "待审核",
        [TraceUnitState.Approved] = "已审核",
        [TraceUnitState.Rejected] = "未通过",
        [TraceUnitState.Dissolved] = "已解散",
        [FilingKind.Enterprise] = "企业备案",
        [FilingKind.Product] = "产品备案",
        [FilingKind.SupplyCapacity] = "供货能力备案",
        [FilingKind.ProductionCapacity] = "生产能力备案",
        [FilingState.Draft] = "草稿",
        [FilingState.Submitted] = "提交评审",
        [FilingState.Returned] = "退回",
        [FilingState.Issued] = "已颁发",
        [FilingState.Revoked] = "已注销",
        [FilingState.Expired] = "已过期",
        [FilingState.Deleted] = "已删除",
        [CodeSource.Platform] = "平台分配",
        [CodeSource.EarlierVendor] = "原有号段登记",
        [CardState.Printed] = "已打印",
        [CardState.Exported] = "已导出",
        [CardState.Queued] = "排队中",
        [CardState.InWork] = "正在加工",
        [CardState.FinishedAuto] = "自动结束",
        [CardState.FinishedManual] = "人工结束",
        [CardState.Voided] = "已作废",
        [ModuleType.Round] = "圆模",
        [ModuleType.Square] = "方模",
        [ModuleType.Loose] = "散花",
        [PremiumState.Pending] = "待检",
        [PremiumState.Premium] = "优质",
        [PremiumState.Ordinary] = "普通",
        [BaleWarning.GrossOutOfRange] = "毛重超出范围",
        [BaleWarning.RegainTooHigh] = "回潮率过高",
        [BaleWarning.ClockWrong] = "采集器时钟有误",
        [BaleWarning.AfterGinningDeadline] = "超过加工截止日期",
        [ForeignFibre.None] = "无",
        [ForeignFibre.Low] = "低",
        [ForeignFibre.Medium] = "中",
        [ForeignFibre.High] = "高",
        [ForeignFibre.Present] = "有",
        [LineMessageKind.Scan] = "扫描追溯卡",
        [LineMessageKind.Bale] = "打包",
        [LineMessageKind.Finish] = "结束",
        [LineMessageKind.Reopen] = "再加工",
        [InputLotState.Usable] = "可用",
        [InputLotState.Expired] = "已过期",
        [InputLotState.UsedUp] = "已用完",
        [InputLotState.Retired] = "已停用",
        [InputUseWarning.Expired] = "超过有效期使用",
        [InputUseWarning.BannedOnCategory] = "该类产品禁用的高毒农药",
        [InputUseWarning.TooManyApplications] = "超过每季最多使用次数",
        [SiteRecordState.Draft] = "草稿",
        [SiteRecordState.Submitted] = "已提交",
        [SiteRecordState.Deleted] = "已删除",
        [JobState.Queued] = "等待中",
        [JobState.Running] = "进行中",
        [JobState.Done] = "已完成",
        [JobState.Failed] = "失败",
        [JobState.Interrupted] = "已中断",
        [ReportLevel.Total] = "合计",
        [ReportLevel.Region] = "地区",
        [ReportLevel.Unit] = "追溯单元",
        [ReportLevel.Grower] = "种植者",
        [ReportLevel.Line] = "生产线",
        [ReportLevel.CardState] = "追溯卡状态",
        [QualityProperty.ColourGrade] = "颜色级",
        [QualityProperty.Length] = "长度",
        [QualityProperty.Micronaire] = "马克隆值",
        [QualityProperty.Strength] = "断裂比强度",
        [QualityProperty.Uniformity] = "长度整齐度",
        [BatchState.Running] = "进行中",
        [BatchState.Completed] = "已完成",
        [BatchState.Void] = "已作废",
        [StageRecordState.Draft] = "草稿",
        [StageRecordState.Submitted] = "已提交",
        [Role.Platform] = "平台管理员",
        [Role.Regulator] = "监管部门",
        [Role.EnterpriseAdministrator] = "企业管理员",
        [Role.Recorder] = "记录员",
        [Role.Regiment] = "团级单位",
        [Role.Company] = "连级单位",
        [Role.Organizer] = "组团发起人",
        [Role.Grower] = "实际种植者",
        [Role.Ginner] = "加工企业",
        [Role.GinVerifier] = "校验账号",
        [Role.Inspector] = "公证检验",
        [Role.Collector] = "条码采集器",
        [Role.Sensor] = "传感器",
        [SensorQuantity.AirTemperature] = "空气温度",
        [SensorQuantity.RelativeHumidity] = "空气相对湿度",
        [SensorQuantity.Illuminance] = "光照度",
        [SensorQuantity.CarbonDioxide] = "二氧化碳浓度",
        [SensorQuantity.SoilTemperature] = "土壤温度",
        [SensorQuantity.SoilMoisture] = "土壤含水量",
        [SensorQuantity.SoilConductivity] = "土壤电导率",
        [SensorQuantity.SoilPh] = "土壤酸碱度",
        [SensorQuantity.WindSpeed] = "风速",
        [SensorQuantity.WindDirection] = "风向",
        [SensorQuantity.Rain] = "降雨量",
    };

    private static readonly ConcurrentDictionary<object, string> Names = new();

    public static string Of(object value, Language language) =>
        language is Language.Chinese && Chinese.TryGetValue(value, out var word) ? word : English(value);

    private static string English(object value) => value switch
    {
        true => "yes",
        false => "no",
        _ => Names.GetOrAdd(value, named => JsonSerializer.SerializeToElement(named, named.GetType(), SuyuanJson.Options).GetString()!),
    };
}
