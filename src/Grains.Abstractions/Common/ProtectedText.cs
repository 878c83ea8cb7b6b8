namespace Suyuan.Common;

/// <summary>Personal data (个人信息) as it is stored: encrypted, with the id of its key.</summary>
[GenerateSerializer, Immutable, Alias("protected-text")]
public sealed record ProtectedText
{
    [Id(0)] public string KeyId { get; init; } = "";
    [Id(1)] public string Cipher { get; init; } = "";
}
