namespace Orleans.Embedded;

/// <summary>The limits of the engine.</summary>
public sealed class EmbeddedOptions
{
    /// <summary>How long a caller waits for an answer.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an unused grain stays in memory.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often late answers and unused grains are looked for.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a grain may take to be activated, or to be deactivated.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stopping engine waits for calls to finish, and then again for grains to be deactivated.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(4.5);

    /// <summary>How many calls may wait for one grain.</summary>
    public int MailboxLimit { get; set; } = 10_000;
}
