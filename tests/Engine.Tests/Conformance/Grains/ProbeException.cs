namespace Suyuan.Engine.Tests.Conformance;

[GenerateSerializer, Alias("engine-tests-probe-exception")]
public sealed class ProbeException : Exception
{
    public ProbeException()
    {
    }

    public ProbeException(string message) : base(message)
    {
    }

    public ProbeException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
