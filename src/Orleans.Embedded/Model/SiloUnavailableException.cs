namespace Orleans.Runtime;

/// <summary>The node is stopping.</summary>
public sealed class SiloUnavailableException : OrleansMessageRejectionException
{
    internal SiloUnavailableException() : base("The node is stopping.")
    {
    }
}
