namespace Suyuan.Samples;

/// <summary>The samples cannot be loaded, and the message tells why.</summary>
internal sealed class SampleException : Exception
{
    public SampleException()
    {
    }

    public SampleException(string message) : base(message)
    {
    }

    public SampleException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
