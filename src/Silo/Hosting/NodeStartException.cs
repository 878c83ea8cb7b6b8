namespace Suyuan.Silo.Hosting;

/// <summary>The node cannot start, and the message tells an operator why and what to do; no stack trace adds to it.</summary>
public sealed class NodeStartException : Exception
{
    public NodeStartException()
    {
    }

    public NodeStartException(string message) : base(message)
    {
    }

    public NodeStartException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
