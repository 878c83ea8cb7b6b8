using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Suyuan.Seasons;

namespace Suyuan.Lookup;

/// <summary>
/// Who looked up what in the last ten minutes. A client is a hash of address, user agent and code under a salt that is drawn anew each
/// day and never leaves the node: nobody can tell from it who it was. Two generations of ten minutes; where more come than fit, the older
/// one goes early, and a look-up may count twice. Cut into parts with a lock each, so that look-ups seldom wait for each other.
/// </summary>
internal sealed class RecentClients(IConfiguration configuration, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int StandardMost = 2_000_000;
    private const int LongestAgent = 256;
    private const int SaltBytes = 16;
    private const int Parts = 64;
    private readonly Part[] parts = PartsFor(configuration.GetValue("Lookup:RecentClients", StandardMost));

    private readonly Lock salting = new();
    private DaySalt? salted;

    /// <summary>Whether this look-up is the client's first of the code within ten minutes.</summary>
    public bool IsNew(HttpContext context, CodeValue code)
    {
        var now = clock.GetUtcNow();
        var client = Hash(SaltOf(now), context, code);
        return parts[client % Parts].IsNew(client, now);
    }

    // What was hashed with yesterday's salt is not found again: at midnight a look-up may count once more.
    private byte[] SaltOf(DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        if (Volatile.Read(ref salted) is { } known && known.Day == today) return known.Salt;
        lock (salting)
        {
            if (salted?.Day != today) Volatile.Write(ref salted, new(today, RandomNumberGenerator.GetBytes(SaltBytes)));
            return salted.Salt;
        }
    }

    // Half of them in each generation.
    private static Part[] PartsFor(int most) => [.. Enumerable.Range(0, Parts).Select(_ => new Part(most / 2 / Parts))];

    private static ulong Hash(byte[] salt, HttpContext context, CodeValue code)
    {
        Span<byte> text = stackalloc byte[16 + 16 + 16 + (3 * LongestAgent)];
        salt.CopyTo(text);
        BinaryPrimitives.WriteUInt128LittleEndian(text[16..], code.Key);
        var length = 32;
        if (context.Connection.RemoteIpAddress is { } address && address.TryWriteBytes(text[length..], out var written)) length += written;
        var agent = context.Request.Headers.UserAgent.ToString().AsSpan();
        length += Encoding.UTF8.GetBytes(agent[..Math.Min(agent.Length, LongestAgent)], text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    private sealed record DaySalt(DateOnly Day, byte[] Salt);

    private sealed class Part(int most)
    {
        private readonly Lock gate = new();
        private Dictionary<ulong, long> current = [];
        private Dictionary<ulong, long> previous = [];
        private DateTimeOffset turnedAt;

        public bool IsNew(ulong client, DateTimeOffset now)
        {
            lock (gate)
            {
                if (now - turnedAt >= Window || current.Count >= most) Turn(now);
                var since = now.UtcTicks - Window.Ticks;
                if ((current.TryGetValue(client, out var at) || previous.TryGetValue(client, out at)) && at > since) return false;
                current[client] = now.UtcTicks;
                return true;
            }
        }

        private void Turn(DateTimeOffset now)
        {
            (previous, current) = (current, previous);
            current.Clear();
            turnedAt = now;
        }
    }
}
