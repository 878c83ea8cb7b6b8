using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Suyuan.Accounts;
using Suyuan.Common.Tests;

namespace Suyuan.Attachments.Tests;

/// <summary>A registered enterprise with a credit code of its own, whose recorder uploads files.</summary>
public sealed partial class GivenUploader
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string Attachments = "/api/v1/attachments";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static int made = Random.Shared.Next(1_000_000) * 100;

    private GivenUploader(TestApp app, string creditCode, HttpClient recorder) => (App, CreditCode, Recorder) = (app, creditCode, recorder);

    private string UserName => $"farm-{CreditCode.ToLowerInvariant()}";

    public TestApp App { get; }

    public string CreditCode { get; }

    public HttpClient Recorder { get; private set; }

    public static async Task<GivenUploader> Create(TestApp app, string district = "330106")
    {
        var number = Interlocked.Increment(ref made);
        var creditCode = NewCreditCode(district, number);
        var mobile = string.Create(CultureInfo.InvariantCulture, $"177{number % 100_000_000:00000000}");
        await (await app.Anonymous.PostAsync("/api/v1/registrations/codes", new { mobile })).ShouldBe(HttpStatus.Accepted);
        var outbox = await (await (await app.As(Role.Platform)).GetAsync($"/api/v1/sms-outbox?mobile={mobile}")).Read();
        var code = SixDigits().Match(outbox.GetProperty("items")[0].GetProperty("text").GetString()!).Value;
        var userName = $"farm-{creditCode.ToLowerInvariant()}";
        await (await app.Anonymous.PostAsync("/api/v1/enterprise-registrations", new
        {
            creditCode, name = $"农场{number}", district, mobile, code, userName, displayName = "记录员", password = "password-of-" + userName,
        })).ShouldBe(HttpStatus.Created);
        return new(app, creditCode, await app.SignIn(userName, "password-of-" + userName));
    }

    /// <summary>Sessions end when a clock is set forward.</summary>
    public async Task SignInAgain() => Recorder = await App.SignIn(UserName, "password-of-" + UserName);

    public Task<HttpClient> Regulator(string district) => App.As(Role.Regulator, district);

    public async Task<HttpResponseMessage> Upload(byte[] file, string? name = null, string contentType = "application/octet-stream")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Attachments + (name is null ? "" : $"?name={Uri.EscapeDataString(name)}"));
        request.Content = new ByteArrayContent(file);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.ExpectContinue = file.Length > 64 * 1024;
        return await Recorder.SendAsync(request);
    }

    public async Task<HttpResponseMessage> UploadForm(byte[] file, string name)
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" }, { new ByteArrayContent(file), "file", name } };
        return await Recorder.PostAsync(Attachments, form);
    }

    /// <summary>Uploads and tells the digest.</summary>
    public async Task<string> Uploaded(byte[] file) => (await (await Upload(file)).Read()).GetProperty("sha256").GetString()!;

    private static string NewCreditCode(string district, int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"91{district}{number % 100_000_000:00000000}X");
        var sum = body.Select((letter, place) => Alphabet.IndexOf(letter, StringComparison.Ordinal) * Weights[place]).Sum();
        return body + Alphabet[(31 - sum % 31) % 31];
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
