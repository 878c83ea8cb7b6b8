using Suyuan.Common;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Suyuan.Accounts;

/// <summary>Hands messages to an HTTP gateway: POST {mobile, text} to Sms:GatewayUrl with Sms:GatewayToken as bearer token.</summary>
internal sealed class GatewaySmsSender(HttpClient http, Uri gateway, string? token) : ISmsSender
{
    public async Task Send(MobileNumber mobile, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, gateway);
        request.Content = JsonContent.Create(new { mobile = mobile.Value, text });
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        // The caller can only try again later, which is what a time-out tells it.
        if (!answer.IsSuccessStatusCode) throw new TimeoutException($"The SMS gateway answered {(int)answer.StatusCode}.");
    }
}
