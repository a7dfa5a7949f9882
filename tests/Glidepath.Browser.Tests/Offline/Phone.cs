using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Offline;

/// <summary>A browser with a profile of its own, which ends and starts again as a phone's does.</summary>
internal sealed class Phone(Shared.Browser browser) : IAsyncDisposable
{
    private IBrowserContext? _context;

    public string Folder { get; } = Directory.CreateTempSubdirectory("glidepath-phone-").FullName;

    public async Task<IPage> StartAsync(bool offline = false)
    {
        _context = await browser.WithProfileAsync(Folder);
        _context.SetDefaultTimeout(30_000);
        await _context.SetOfflineAsync(offline);
        return await _context.NewPageAsync();
    }

    public async Task StopAsync()
    {
        if (_context is not null)
            await _context.CloseAsync();
        _context = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
