using System.Globalization;
using Glidepath.Pharmacology.Units;
using Microsoft.AspNetCore.Localization;

namespace Glidepath.Web.Shared;

/// <summary>
/// The language of a request is the first part of its path, as in <c>/es/planner</c>; without one it is American English. What the machine
/// or the browser speaks is never asked. Numbers, doses and dates in data are written the same in every language.
/// </summary>
internal static class Languages
{
    /// <summary>Turns the pseudo-language on outside of development, for tests. Production refuses it.</summary>
    public const string PseudoSetting = "Languages:Pseudo";

    public static readonly CultureInfo Usual = CultureInfo.GetCultureInfo("en-US");

    /// <summary>First of all: what starts before a request, and what runs beside them, has the language of none.</summary>
    public static void ForgetTheMachine()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = Usual;
    }

    /// <returns>False where a setting is refused; <paramref name="refusal"/> then says why.</returns>
    public static bool TryAddLanguages(this WebApplicationBuilder builder, out string? refusal)
    {
        var isAsked = builder.Configuration.GetValue<bool>(PseudoSetting);
        refusal =
            isAsked && builder.Environment.IsProduction()
                ? $"{PseudoSetting}: the pseudo-language is for development; accepted in Production: false, or leave it out"
                : null;
        var spoken = isAsked || builder.Environment.IsDevelopment() ? [Usual, new CultureInfo(PseudoLanguage.Name)] : new[] { Usual };
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, Usual);
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.SupportedUICultures = spoken;
            options.RequestCultureProviders = [new CustomRequestCultureProvider(FromPath)];
        });
        return refusal is null;

        // The path that is routed has no language in it: a page has one address in all of them.
        Task<ProviderCultureResult?> FromPath(HttpContext context)
        {
            foreach (var language in spoken.Skip(1))
                if (context.Request.Path.StartsWithSegments($"/{language.Name}", StringComparison.OrdinalIgnoreCase, out var rest))
                {
                    context.Request.Path = rest.HasValue ? rest : "/";
                    return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult("", language.Name));
                }
            return Task.FromResult<ProviderCultureResult?>(null);
        }
    }
}
