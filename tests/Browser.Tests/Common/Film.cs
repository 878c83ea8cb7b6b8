using Microsoft.Playwright;

namespace Suyuan.Browser.Tests;

/// <summary>A short film, which the browser itself draws and records, so that it can be played, too.</summary>
internal static class Film
{
    private const string Script = """
        async () => {
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [160, 90];
          const pen = canvas.getContext('2d');
          const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/mp4' });
          const parts = [];
          recorder.addEventListener('dataavailable', (event) => event.data.size && parts.push(event.data));
          recorder.start(100);
          // A busy machine's encoder takes its time: what it gave in the end counts, not how long that was.
          for (let frame = 0; parts.length < 3 && frame < 3600; frame++) {
            pen.fillStyle = `hsl(${frame * 30} 50% 50%)`;
            pen.fillRect(0, 0, canvas.width, canvas.height);
            await new Promise(requestAnimationFrame);
          }
          const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
          recorder.stop();
          await stopped;
          return btoa(String.fromCharCode(...new Uint8Array(await new Blob(parts).arrayBuffer())));
        }
        """;

    public static async Task<byte[]> Record(IBrowser browser)
    {
        await using var context = await browser.NewContextAsync();
        return Convert.FromBase64String(await (await context.NewPageAsync()).EvaluateAsync<string>(Script));
    }
}
