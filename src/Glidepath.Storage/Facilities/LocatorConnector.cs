using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>The operator's own registration with the locator of FindTreatment.gov. Without one nothing is asked of it.</summary>
public sealed record LocatorRegistration
{
    public static readonly Uri Federal = new("https://findtreatment.gov/locator/exportsAsJson/v2");

    public Uri Endpoint { get; init; } = Federal;

    /// <summary>Name of the operator, as it is registered.</summary>
    public string? Operator { get; init; }

    /// <summary>E-mail of the person whom the locator's staff may write to.</summary>
    public string? Contact { get; init; }

    /// <summary>Day on which the locator's staff confirmed the registration; none switches the connector off.</summary>
    public DateOnly? RegisteredOn { get; init; }

    public bool IsOn =>
        RegisteredOn is not null
        && !string.IsNullOrWhiteSpace(Operator)
        && Contact is { } contact
        && contact.Contains('@', StringComparison.Ordinal);
}

/// <summary>
/// Fetches the directory around a place from the live locator: off until the operator has registered. What is asked for is a region and
/// never a need: nothing of a caller is sent.
/// </summary>
public sealed class LocatorConnector(HttpClient http, LocatorRegistration registration)
{
    public const int FewestMiles = 1,
        MostMiles = 500;

    private const int PageSize = 2_000,
        MostPages = 100;
    private const double MetresInMile = 1609.344;

    /// <summary>For one page, from the question to its last byte.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <param name="miles">Radius, <see cref="FewestMiles"/> to <see cref="MostMiles"/>.</param>
    /// <returns>An array of pages, to be given to an import as it is.</returns>
    /// <exception cref="LocatorOffException">No registration.</exception>
    /// <exception cref="DirectoryFileException">The locator did not answer, or with something else than a page.</exception>
    public async Task<MemoryStream> FetchAsync(Coordinates around, double miles, CancellationToken cancellationToken)
    {
        if (!registration.IsOn)
            throw new LocatorOffException();
        ArgumentOutOfRangeException.ThrowIfLessThan(miles, FewestMiles);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(miles, MostMiles);
        var all = new MemoryStream();
        all.Write("["u8);
        for (var (page, pages) = (1, 1); page <= pages; page++)
        {
            var text = await PageAsync(around, miles, page, cancellationToken);
            pages = Pages(text);
            if (pages > MostPages)
                throw new DirectoryFileException(
                    $"The locator has {pages:N0} pages of an answer; at most {MostPages} are fetched. Ask for a smaller region."
                );
            all.Write(page > 1 ? ","u8 : ""u8);
            all.Write(text);
            if (all.Length > DirectoryLimits.FileBytes)
                throw new DirectoryFileException(
                    $"The answer is larger than {DirectoryLimits.FileBytes >> 20} MB. Ask for a smaller region."
                );
        }
        all.Write("]"u8);
        all.Position = 0;
        return all;
    }

    /// <summary>Latitude stands first, whatever the locator's own guide says: the other way round it finds nothing.</summary>
    internal static string Query(Coordinates around, double miles, int page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"sAddr={around.Latitude:0.####},{around.Longitude:0.####}&limitType=2&limitValue={miles * MetresInMile:0.0}&sType=both&sort=0&pageSize={PageSize}&page={page}"
        );

    private async Task<byte[]> PageAsync(Coordinates around, double miles, int page, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new UriBuilder(registration.Endpoint) { Query = Query(around, miles, page) }.Uri
        );
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("From", registration.Contact);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (!response.IsSuccessStatusCode)
                throw new DirectoryFileException(
                    $"The locator answered {(int)response.StatusCode} to page {page}. Try again later, or import a file."
                );
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            return (await DirectoryLimits.TakeAsync(body, patience.Token)).ToArray();
        }
        catch (HttpRequestException failed)
        {
            throw new DirectoryFileException(
                $"The locator cannot be reached ({failed.HttpRequestError}). Try again later, or import a file."
            );
        }
        catch (IOException)
        {
            throw new DirectoryFileException($"The locator broke off in page {page}. Try again later, or import a file.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DirectoryFileException($"The locator did not answer page {page} in time. Try again later, or import a file.");
        }
    }

    private static int Pages(byte[] page)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(page, new() { MaxDepth = 16 });
            return
                document.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object
                && document.RootElement.TryGetProperty("totalPages", out var pages)
                && int.TryParse(pages.ToString(), out var count)
                ? Math.Max(1, count)
                : throw new DirectoryFileException("The locator's answer does not say how many pages it has.");
        }
        catch (System.Text.Json.JsonException)
        {
            throw new DirectoryFileException(
                $"The locator answered with something else than JSON: "
                    + $"\"{Sheets.Shorten(Encoding.UTF8.GetString(page.AsSpan(0, Math.Min(60, page.Length))))}\"."
            );
        }
    }
}

/// <summary>The live locator was asked for without a registration of one's own.</summary>
public sealed class LocatorOffException()
    : InvalidOperationException(
        "The connector to FindTreatment.gov is off. Register with its staff first (name, contact, fixed addresses, how often), "
            + "then set Locator__Operator, Locator__Contact and Locator__RegisteredOn in the environment; a file can be imported at "
            + "any time."
    );
