namespace Suyuan.Engine.Tests.Conformance;

/// <summary>A grain with a record.</summary>
[Alias("engine-tests-tally")]
public interface ITallyGrain : IGrainWithStringKey
{
    Task<int> Add(int amount);

    Task<int> Get();

    Task<bool> IsStored();

    Task Clear();

    Task Leave();

    Task<string> Life();
}
