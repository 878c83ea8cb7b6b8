using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Suyuan.Privacy.Tests;

/// <summary>Everything that an application logs: messages, their arguments, scopes and exceptions.</summary>
internal sealed class LogCapture : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider? scopes;

    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>What stood around the lines; written only where a console is told to.</summary>
    public ConcurrentQueue<string> Scopes { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static string Arguments(object? state) => state is IEnumerable<KeyValuePair<string, object?>> named
        ? string.Join(' ', named.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")))
        : $"{state}";

    private sealed class Logger(LogCapture owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => owner.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var around = new List<string>();
            owner.scopes?.ForEachScope((scope, list) => list.Add(Arguments(scope)), around);
            owner.Lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {Arguments(state)} {exception}");
            owner.Scopes.Enqueue($"{logLevel} {category} {string.Join(' ', around)}");
        }
    }
}
