using QRCoder;

namespace Suyuan.IdentityCodes;

/// <summary>A label: the code, and the address that its QR code says.</summary>
internal sealed record CodeLabel(IdentityCode Code, string Url)
{
    /// <summary>Modules of the QR code, row by row, its quiet zone included; true is black.</summary>
    public bool[][] Qr()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Url, QRCodeGenerator.ECCLevel.M);
        return
        [
            .. data.ModuleMatrix.Select(row =>
            {
                var modules = new bool[row.Length];
                row.CopyTo(modules, 0);
                return modules;
            }),
        ];
    }
}
