using System.Reflection;
using Orleans.Embedded;

namespace Suyuan.Engine.Tests.Contract;

/// <summary>
/// Grains compile against either engine only as long as whatever the embedded one shows in the namespaces of Orleans is there in Orleans.
/// </summary>
public sealed class ContractTests
{
    private static readonly Dictionary<string, TypeContract> Genuine = GenuineOrleans.Read();

    public static TheoryData<string> PublicTypes => [.. Ours.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, Type> Ours { get; } = typeof(EmbeddedOptions).Assembly.GetExportedTypes()
        .Where(type => type.Namespace != typeof(EmbeddedOptions).Namespace)
        .ToDictionary(Signatures.Name);

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_is_one_of_Orleans(string name)
    {
        var ours = Signatures.Of(Ours[name]);

        Assert.True(Genuine.TryGetValue(name, out var genuine), $"Orleans has no public type {name}.");
        Assert.Equal(genuine.Kind, ours.Kind);
        Assert.Empty(ours.Members.Except(genuine.Members));
        Assert.Empty(ours.Interfaces.Except(genuine.Interfaces));
    }

    [Fact]
    public void The_engine_shows_little_of_its_own()
    {
        var own = typeof(EmbeddedOptions).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(EmbeddedOptions).Namespace);

        Assert.Equal([nameof(EmbeddedOptions), nameof(EmbeddedOrleansExtensions)], own.Select(type => type.Name).Order());
    }
}
