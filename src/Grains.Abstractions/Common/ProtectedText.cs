namespace Suyuan.Common;

/// <summary>Protected text (加密文本): a value encrypted under the key named by <see cref="KeyId"/>.</summary>
[GenerateSerializer, Immutable, Alias("protected-text")]
public sealed record ProtectedText
{
    [Id(0)] public string KeyId { get; init; } = "";

    [Id(1)] public string Cipher { get; init; } = "";
}
