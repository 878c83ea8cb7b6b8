using Orleans.Concurrency;

namespace Suyuan.Engine.Tests.Conformance;

/// <summary>Every form of method that a grain interface may have, and probes of how its calls are run.</summary>
[Alias("engine-tests-probe")]
public interface IProbeGrain : IGrainWithStringKey, IEchoGrain
{
    Task Write(string entry);

    Task<string> Who();

    ValueTask Nothing();

    ValueTask<int> Add(int left, int right);

    Task<int> IncrementSlowly();

    Task<int> Total();

    Task Hold(string gate, string entry);

    [AlwaysInterleave]
    Task Interleave(string entry);

    [ReadOnly]
    Task HoldReading(string gate, string entry);

    Task<bool> KeepsItsScheduler();

    Task<string?> Context(string key);

    Task<string?> ContextOfCallee(string callee, string key);

    Task ChangeContext(string key, string value);

    Task<string> Relay(string callee, string text);

    Task<int> RelayToTally(string tally, int amount);

    Task AskMeBack(IProbeGrain caller, string entry);

    Task IntroduceTo(string other);

    Task Throw(bool beforeAwaiting);
}
