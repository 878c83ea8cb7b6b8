using Suyuan.Common;
namespace Suyuan.Accounts;

/// <summary>Sends a text message (短信).</summary>
public interface ISmsSender
{
    Task Send(MobileNumber mobile, string text);
}
