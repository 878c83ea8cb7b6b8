using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Suyuan.Reliability.Tests;

/// <summary>The network between collectors and the node, that a test may cut at any byte.</summary>
internal sealed class ClientNetwork : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, Socket> connections = new();
    private readonly int node;
    private readonly Task accepting;
    private TaskCompletionSource way = Open();

    public ClientNetwork(Uri node)
    {
        this.node = node.Port;
        listener.Start();
        accepting = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>From now on nothing more reaches the node; what is at it already, it works on.</summary>
    public void Hold() => way = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => way.TrySetResult();

    /// <summary>Every connection is lost at once, with what was under way; the number of them.</summary>
    public int Cut()
    {
        var lost = connections.ToArray();
        foreach (var (client, server) in lost) Drop(client, server);
        return lost.Length;
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        Cut();
        Release();
        await accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Carry(await listener.AcceptSocketAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Carry(Socket client)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        connections[client] = server;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, node);
            await Task.WhenAny(Copy(client, server, () => way.Task), Copy(server, client, () => Task.CompletedTask));
        }
        catch (SocketException)
        {
            // The node is away.
        }

        Drop(client, server);
    }

    private static async Task Copy(Socket from, Socket to, Func<Task> free)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                await free();
                for (var sent = 0; sent < read;) sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // Either end is gone.
        }
    }

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private void Drop(Socket client, Socket server)
    {
        connections.TryRemove(client, out _);
        // A lost connection does not say goodbye.
        client.Close(0);
        server.Close(0);
    }
}
