namespace Orleans.Runtime
{
    /// <summary>An outage of the engine or of the store below it.</summary>
    public class OrleansException : Exception
    {
        public OrleansException()
        {
        }

        public OrleansException(string message) : base(message)
        {
        }

        public OrleansException(string message, Exception innerException) : base(message, innerException)
        {
        }
    }

    /// <summary>More calls wait for a grain than may wait.</summary>
    public sealed class LimitExceededException : OrleansException
    {
        public LimitExceededException() : base("Limit exceeded")
        {
        }

        public LimitExceededException(string message) : base(message)
        {
        }

        public LimitExceededException(string message, Exception innerException) : base(message, innerException)
        {
        }
    }

    /// <summary>The engine did not take the call.</summary>
    public class OrleansMessageRejectionException : OrleansException
    {
        internal OrleansMessageRejectionException(string message) : base(message)
        {
        }
    }

    /// <summary>The node is stopping.</summary>
    public sealed class SiloUnavailableException : OrleansMessageRejectionException
    {
        internal SiloUnavailableException() : base("The node is stopping.")
        {
        }
    }
}

namespace Orleans.Storage
{
    /// <summary>Somebody else has written the record since this grain read it.</summary>
    public class InconsistentStateException : Orleans.Runtime.OrleansException
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
}
