using System.Diagnostics.CodeAnalysis;

namespace Suyuan.Common;

/// <summary>A value or a refusal, never both and never neither.</summary>
[GenerateSerializer, Immutable, Alias("result`1")]
public sealed record Result<T> where T : class
{
    [Id(0)] private readonly T? value;

    private Result(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    [Id(1)] public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool Refused => Refusal is not null;

    public T Value => value ?? throw new InvalidOperationException($"Refused: {Refusal}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(null, refusal);

    public Result<TOther> Then<TOther>(Func<T, Result<TOther>> next) where TOther : class =>
        Refused ? Refusal : next(Value);
}
