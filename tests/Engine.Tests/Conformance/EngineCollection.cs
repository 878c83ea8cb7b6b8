namespace Suyuan.Engine.Tests.Conformance;

/// <summary>Tests that share one host; each uses keys of its own.</summary>
[CollectionDefinition(Name)]
public sealed class EngineCollection : ICollectionFixture<EngineHost>
{
    public const string Name = "One engine";
}
