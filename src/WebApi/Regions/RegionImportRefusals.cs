using Suyuan.Common;

namespace Suyuan.Regions;

/// <summary>What only a file can get wrong about regions.</summary>
internal static class RegionImportRefusals
{
    public static Refusal CodeInvalid(string code) => Refusal.Unprocessable("region/code-invalid", ("code", code));

    public static Refusal Twice(RegionCode region) => Refusal.Unprocessable("region/twice", ("region", region));
}
