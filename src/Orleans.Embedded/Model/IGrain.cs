using Orleans.Runtime;

namespace Orleans;

/// <summary>What every grain interface is.</summary>
public interface IGrain : IAddressable;
