using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Somebody else has written the record since this grain read it.</summary>
public class InconsistentStateException : OrleansException
{
    public InconsistentStateException() : this("The stored state is not the one this grain has read.")
    {
    }

    public InconsistentStateException(string message) : base(message)
    {
    }

    public InconsistentStateException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public InconsistentStateException(string errorMsg, string storedEtag, string currentEtag) : base(errorMsg)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    public string? StoredEtag { get; }

    public string? CurrentEtag { get; }

    // Only the grain whose write failed is dropped, not the callers through which the exception travels.
    internal bool IsSourceActivation { get; set; } = true;
}
