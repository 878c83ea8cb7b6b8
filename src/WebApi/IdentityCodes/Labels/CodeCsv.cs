using System.Text;

namespace Suyuan.IdentityCodes;

/// <summary>Codes and addresses, a line each. Digits and addresses need no quotes and are no formulas.</summary>
internal static class CodeCsv
{
    private const int BufferBytes = 64 * 1024;

    public static async Task Write(IEnumerable<CodeLabel> labels, Stream to, CancellationToken cancelled)
    {
        var text = new StringBuilder("code,url\r\n");
        foreach (var label in labels)
        {
            text.Append(label.Code.Value).Append(',').Append(label.Url).Append("\r\n");
            if (text.Length < BufferBytes) continue;
            await Send();
        }

        await Send();

        async Task Send()
        {
            await to.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancelled);
            text.Clear();
        }
    }
}
