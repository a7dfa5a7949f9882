using System.Text;

namespace Glidepath.Application.Shared;

/// <summary>A write that may be sent twice and is done once.</summary>
/// <param name="Key">Chosen by the sender.</param>
/// <param name="Body">What was asked, byte for byte.</param>
public sealed record Once(string Key, byte[] Body)
{
    /// <param name="key">Chosen by the sender.</param>
    /// <param name="request">What is asked, as text.</param>
    public Once(string key, string request)
        : this(key, Encoding.UTF8.GetBytes(request)) { }
}
