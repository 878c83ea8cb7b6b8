namespace Suyuan.Collector;

/// <summary>The collector cannot go on, and the message tells its operator why.</summary>
public sealed class CollectorException : Exception
{
    public CollectorException()
    {
    }

    public CollectorException(string message) : base(message)
    {
    }

    public CollectorException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
