namespace Suyuan.Engine.Tests.Conformance;

/// <summary>An interface that another one inherits.</summary>
[Alias("engine-tests-echo")]
public interface IEchoGrain : IGrainWithStringKey
{
    Task<string> Echo(string text);
}
