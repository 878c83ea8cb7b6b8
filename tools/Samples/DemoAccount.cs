namespace Suyuan.Samples;

/// <summary>An account of the demonstration, as scripts and people read it.</summary>
internal sealed record DemoAccount(string UserName, string Password, IReadOnlyList<string> Roles, string Organisation, string Note);
