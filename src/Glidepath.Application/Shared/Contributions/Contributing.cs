namespace Glidepath.Application.Shared;

internal static class Contributing
{
    /// <summary>
    /// Hands over rows of a list. Who shows the list asks for <see cref="IEnumerable{T}"/> of them and knows no area by name.
    /// </summary>
    public static IServiceCollection HandOver<T>(this IServiceCollection services, params IEnumerable<T> rows)
        where T : class
    {
        foreach (var row in rows)
            services.AddSingleton(row);
        return services;
    }
}
