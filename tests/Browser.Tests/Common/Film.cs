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
          recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
          recorder.start();
          for (let frame = 0; frame < 12; frame++) {
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
