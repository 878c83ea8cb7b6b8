namespace Suyuan.Engine.Tests.Conformance;

/// <summary>A grain that produces to streams and listens to them.</summary>
[Alias("engine-tests-listener")]
public interface IListenerGrain : IGrainWithStringKey
{
    Task Listen(string stream);

    Task StopListening();

    Task<string> Heard();

    Task<bool> HeardInTurns();

    Task Say(string stream, string text);
}
