namespace Suyuan.Bales;

/// <summary>Classes (分级) of published figures by GB 1103.1.</summary>
public static class FibreClasses
{
    private const int ShortestLength = 25;
    private const int LongestLength = 32;

    /// <summary>Length class (长度级): 28 is 28.0 to 28.9; 25 and 32 take all below and above.</summary>
    public static int LengthOf(decimal lengthMm) => Math.Clamp((int)decimal.Floor(lengthMm), ShortestLength, LongestLength);

    /// <summary>Micronaire level (马克隆值级): A is the best, then B1 and B2, then C1 and C2.</summary>
    public static string MicronaireOf(decimal micronaire) => micronaire switch
    {
        < 3.5m => "C1",
        < 3.7m => "B1",
        < 4.3m => "A",
        < 5.0m => "B2",
        _ => "C2",
    };

    /// <summary>Strength class (断裂比强度档): S1 very strong to S5 very weak.</summary>
    public static string StrengthOf(decimal strength) => strength switch
    {
        >= 31.0m => "S1",
        >= 29.0m => "S2",
        >= 26.0m => "S3",
        >= 24.0m => "S4",
        _ => "S5",
    };

    /// <summary>Uniformity class (长度整齐度档): U1 very high to U5 very low.</summary>
    public static string UniformityOf(decimal uniformity) => uniformity switch
    {
        >= 86.0m => "U1",
        >= 83.0m => "U2",
        >= 80.0m => "U3",
        >= 77.0m => "U4",
        _ => "U5",
    };
}
