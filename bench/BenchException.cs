namespace Suyuan.Bench;

/// <summary>A measurement cannot be taken here, and the message tells why.</summary>
internal sealed class BenchException : Exception
{
    public BenchException()
    {
    }

    public BenchException(string message) : base(message)
    {
    }

    public BenchException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
