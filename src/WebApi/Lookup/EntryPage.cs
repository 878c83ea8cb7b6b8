namespace Suyuan.Lookup;

/// <summary>/q: type the code; where the browser can read codes from the camera, a small script offers that too.</summary>
internal static class EntryPage
{
    public const string ScriptPath = "/q/scan.js";

    /// <summary>As the frame's policy, but the form leads to this site and our own script runs.</summary>
    public static string ContentSecurityPolicy { get; } = LookupPage.ContentSecurityPolicy
        .Replace("form-action 'none'", "form-action 'self'", StringComparison.Ordinal) + "; script-src 'self'";

    public static string Of(CodeWords words, string? wrong)
    {
        var error = wrong is null ? "" : $"""<p class="warn" id="wrong" role="alert">{words.Malformed}</p>""";
        var described = wrong is null ? "help" : "help wrong";
        var invalid = wrong is null ? "" : " aria-invalid=\"true\"";
        return $"""
            {LookupPage.Head(words.Language, $"{words.Enter} · {words.Product}")}</head><body><main><header>{words.Product}</header>
            <h1>{words.Enter}</h1><section><form action="/q" method="get"><p id="help">{words.EnterHelp}</p>{error}
            <label for="code">{words.Code}</label>
            <input id="code" name="code" inputmode="numeric" autocomplete="off" maxlength="{TypedCode.LongestText}" required
             aria-describedby="{described}"{invalid} value="{LookupPage.Safe(wrong ?? "")}">
            <button type="submit">{words.Ask}</button></form>
            <div id="scanner" hidden data-failed="{words.ScanFailed}"><button type="button" id="scan">{words.Scan}</button>
            <video id="camera" hidden muted playsinline aria-label="{words.Scan}"></video><p id="told" role="status"></p></div></section>
            <script src="{ScriptPath}" defer></script></main></body></html>
            """;
    }

    public const string Script = """
        'use strict';
        (async () => {
          if (!('BarcodeDetector' in window) || !navigator.mediaDevices) return;
          const formats = await BarcodeDetector.getSupportedFormats();
          const wanted = ['qr_code', 'data_matrix', 'code_128'].filter((format) => formats.includes(format));
          if (!wanted.length) return;
          const [scanner, button, camera, told] = ['scanner', 'scan', 'camera', 'told'].map((id) => document.getElementById(id));
          scanner.hidden = false;
          button.addEventListener('click', async () => {
            let stream;
            try {
              stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
            } catch {
              told.textContent = scanner.dataset.failed;
              return;
            }
            camera.hidden = false;
            camera.srcObject = stream;
            await camera.play();
            const detector = new BarcodeDetector({ formats: wanted });
            const look = async () => {
              const [found] = await detector.detect(camera).catch(() => []);
              const path = found && pathOf(found.rawValue);
              if (!path) return requestAnimationFrame(look);
              stream.getTracks().forEach((track) => track.stop());
              location.assign(path);
            };
            look();
          });
          // A label's address leads here whatever host it was printed with; a bare number is a code.
          function pathOf(text) {
            if (/^[0-9]{8,32}$/.test(text)) return '/q/' + text;
            try {
              const { pathname, search } = new URL(text);
              return /^\/(q\/[0-9]{8,32}|01\/[0-9]{8,14}\/10\/[^/]+\/21\/[0-9]{8,32})$/.test(pathname) ? pathname + search : null;
            } catch {
              return null;
            }
          }
        })();
        """;
}
