using Suyuan.Collector;

namespace Suyuan.Samples;

internal static class ChineseNames
{
    private static readonly string[] Surnames =
    [
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
        "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕",
    ];

    private static readonly string[] First =
    [
        "建", "国", "志", "文", "秀", "玉", "桂", "海", "春", "晓", "永", "新", "红", "兴", "学", "光", "德", "立", "金", "丽",
    ];

    private static readonly string[] Second =
    [
        "军", "华", "英", "明", "兰", "强", "芳", "平", "刚", "梅", "峰", "霞", "林", "江", "燕", "疆", "勇", "萍", "生", "云",
    ];

    public static string Person(Deterministic random) => random.Pick(Surnames) + random.Pick(First) + random.Pick(Second);
}
