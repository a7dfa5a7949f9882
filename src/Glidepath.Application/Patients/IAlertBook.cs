using Glidepath.Storage;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>
/// How an area asks that someone acts for a person, within its own unit of work, so that an entry that needs it is never saved without. It
/// stands here, since the area of monitoring rests on others that ask.
/// </summary>
public interface IAlertBook
{
    /// <summary>Opens an alert for each, or joins the one of the same cause that is not closed.</summary>
    /// <param name="by">Its id is not used: each alert has its own.</param>
    /// <param name="isSeen">Staff entered it and have it before them: it is acknowledged by them, and escalates all the same until they
    /// act.</param>
    Task RaiseAsync(
        GlidepathDbContext db,
        EpisodeOfCare episode,
        IReadOnlyCollection<AlertAsked> asked,
        Entry by,
        bool isSeen,
        CancellationToken cancellationToken
    );

    /// <summary>Staff took up what another page shows of this cause: the alert is theirs, and escalates until they act.</summary>
    Task SeeAsync(GlidepathDbContext db, Guid patientId, AlertCause cause, Entry by, CancellationToken cancellationToken);

    /// <summary>What another page records was done about this cause: with it the alert is acted on, and closed where it is
    /// finished.</summary>
    /// <param name="wasReached">Else it was tried, and the alert escalates further.</param>
    /// <param name="isFinished">Nothing more is open of it there.</param>
    Task ActAsync(
        GlidepathDbContext db,
        Guid patientId,
        AlertCause cause,
        string what,
        bool wasReached,
        bool isFinished,
        Entry by,
        CancellationToken cancellationToken
    );
}
