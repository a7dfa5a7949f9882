using Glidepath.Application.Shared;

namespace Glidepath.Application.Patients;

/// <summary>What lies ahead of a person, for the first page of their record and for their own.</summary>
/// <param name="Of">Made of <paramref name="Parts"/>; it reads nothing itself.</param>
public sealed record NextLines(IReadOnlyList<RecordPart> Parts, Func<PersonInView, IEnumerable<NextLine>> Of)
{
    /// <summary>For the person's own page alone.</summary>
    public bool IsOwn { get; init; }
}

/// <param name="At">UTC. The soonest stands first.</param>
/// <param name="When">The day and the time where the program is.</param>
/// <param name="With">Whom the person sees or talks to.</param>
/// <param name="Link">Where both meet on a screen; null for none.</param>
/// <param name="Href">For staff.</param>
/// <param name="OwnFile">For the person's own calendar; names nothing.</param>
public sealed record NextLine(DateTime At, string When, string What, string With, string? Place, string? Link, string Href, string OwnFile)
{
    /// <summary>It will not be: the person is told, and can take it out of their calendar.</summary>
    public bool IsOff { get; init; }

    /// <summary>Nobody has to come anywhere.</summary>
    public bool IsByPhone { get; init; }
}
