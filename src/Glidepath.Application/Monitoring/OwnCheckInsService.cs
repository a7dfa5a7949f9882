using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>A patient's own check-ins. Null is an account that belongs to no record.</summary>
public sealed class OwnCheckInsService(CheckInsService checkIns, RecordAccess access, CurrentActor who, OwnRecord own)
{
    public async Task<CheckInsView?> SeeAsync(CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id ? await checkIns.ListAsync(id, cancellationToken) : null;

    public async Task<Saved?> RecordAsync(CheckInAnswers answers, Once once, CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id
            ? await checkIns.RecordAsync(id, new CheckInAsked(null, CheckInSource.Patient, answers), once, cancellationToken)
            : null;

    /// <summary>One that waited on a phone.</summary>
    /// <param name="on">By the clock of the phone.</param>
    public async Task<CheckInArrived?> RecordAsync(CheckInAnswers answers, DateOnly on, Once once, CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id
            ? await checkIns.RecordAsync(
                id,
                new CheckInAsked(on, CheckInSource.Patient, answers) { IsByPhone = true },
                once,
                static entry => new CheckInArrived(entry.Id, entry.RecordedAt, entry.On),
                cancellationToken
            )
            : null;

    public async Task<Saved?> ChooseAsync(HowOften howOften, Once? once, CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id ? await checkIns.ChooseAsync(id, howOften, once, cancellationToken) : null;

    /// <summary>What a check-in of one's own said that goes before everything else, and the truth of who has been told.</summary>
    public async Task<OwnDanger?> DangerAsync(Guid checkInId, CancellationToken cancellationToken)
    {
        if (await own.PatientIdAsync(cancellationToken) is not { } id)
            return null;
        return await access.RunAsync(
            who.Actor,
            who.RequestId,
            id,
            [
                (AccessAction.Read, DataClass.CheckIns),
                (AccessAction.Read, DataClass.Assessments),
                (AccessAction.Read, DataClass.CareTeamMembership),
            ],
            async db =>
            {
                var entry = await db.Set<CheckIn>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(c => c.PatientId == id && c.Id == checkInId, cancellationToken);
                if (entry is null || CheckInSafety.FlagsOf(entry.Answers) is not [_, ..] flags)
                    return null!;
                var step = await db.Set<SafetyStep>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(s => s.PatientId == id && s.Id == entry.SafetyStepId, cancellationToken);
                return new OwnDanger(flags, (await checkIns.WhoReadsAsync(db, id, cancellationToken))?.Name, step);
            },
            cancellationToken
        );
    }
}

/// <param name="On">The day that it was taken for.</param>
public sealed record CheckInArrived(Guid Id, DateTime At, DateOnly On);

/// <param name="OnTheListOf">Who has it on their list of the day, as the person knows them; null for nobody.</param>
/// <param name="Step">That thoughts of suicide opened; null where none were told.</param>
public sealed record OwnDanger(IReadOnlyList<RedSign> Flags, string? OnTheListOf, SafetyStep? Step);
