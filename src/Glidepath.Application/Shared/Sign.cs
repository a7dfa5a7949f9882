namespace Glidepath.Application.Shared;

/// <summary>A shape with a meaning. The shape comes first, the word second, the colour last.</summary>
public enum Sign
{
    /// <summary>Octagon: call now.</summary>
    Call,

    /// <summary>Two bars.</summary>
    Hold,

    /// <summary>Arrow.</summary>
    Proceed,

    /// <summary>Dashed ring with dots: no word, neither good nor bad.</summary>
    NoWord,

    /// <summary>Tick in a ring.</summary>
    Fits,

    /// <summary>An i in a ring.</summary>
    Know,

    /// <summary>Triangle.</summary>
    Look,

    /// <summary>Dashed ring with a question mark: not listed.</summary>
    Ask,
}
