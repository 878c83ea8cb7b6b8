using System.Collections.Immutable;
using Suyuan.Common;

namespace Suyuan.Batches;

/// <summary>A declaration of conformity (承诺达标合格证) as it was issued, so that it can be printed again as it was.</summary>
[GenerateSerializer, Immutable, Alias("declaration")]
public sealed record Declaration
{
    [Id(0)] public decimal Quantity { get; init; }
    [Id(1)] public string Unit { get; init; } = "";
    [Id(2)] public DateOnly IssuedOn { get; init; }
    [Id(3)] public string Producer { get; init; } = "";
    [Id(4)] public string Contact { get; init; } = "";
    [Id(5)] public string Origin { get; init; } = "";
    [Id(6)] public ImmutableArray<DeclarationBasis> Basis { get; init; } = [];
    [Id(7)] public Deed? By { get; init; }

    internal DeclarationView ToView(int number) => new()
    {
        Number = number,
        Quantity = Quantity,
        Unit = Unit,
        IssuedOn = IssuedOn,
        Producer = Producer,
        Contact = Contact,
        Origin = Origin,
        Basis = Basis,
        By = By?.Shown(),
    };
}
