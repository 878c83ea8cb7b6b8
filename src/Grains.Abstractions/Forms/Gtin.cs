using Suyuan.Common;

namespace Suyuan.Forms;

/// <summary>Global trade item number (商品条码): 8, 12, 13 or 14 digits, the last a check digit.</summary>
public static class Gtin
{
    public static bool IsValid(string text) =>
        text.Length is 8 or 12 or 13 or 14 && text.All(char.IsAsciiDigit) && CheckDigit.Fits(text);
}
