using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>A person in care with a therapist, and what the pages of a session are asked.</summary>
internal static class SessionRoom
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string Therapy(this PersonInCare person) => $"/patients/{person.Id}/therapy";

    public static string Locked(this PersonInCare person) => $"{person.Therapy()}/counseling-notes";

    /// <summary>The form of a page that does this, sent with another button where <paramref name="button"/> names one.</summary>
    public static async Task<HttpResponseMessage> DoAsync(
        this HttpClient client,
        string page,
        string form,
        string? button = null,
        params (string Name, string Value)[] fields
    )
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative), Stop);
        var found = GlidepathApp
            .FormIn()
            .Matches(html)
            .Select(m => m.Value)
            .First(f => f.Contains($"name=\"do\" value=\"{form}\"", StringComparison.Ordinal));
        return await GlidepathApp.Submit(client, page, found, button is null ? fields : [.. fields, ("do", button)]);
    }

    public static Task<bool> WriteAsync(GlidepathApp app, Guid patientId, params IEnumerable<object> entries) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Therapy", patientId),
            db =>
            {
                db.AddRange(entries);
                return Task.FromResult(true);
            },
            Stop
        );

    public static CareTeamMember Joins(this PersonInCare person, Guid account, CareTeamRole role) =>
        CareTeamMember.Join(Guid.CreateVersion7(), person.Episode, account, role, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1));

    public static CravingEpisode Moment(this PersonInCare person, DateTime at, string place, CravingWay way, bool isShared = true)
    {
        var moment = CravingEpisode.Record(
            Guid.CreateVersion7(),
            person.Episode,
            new CravingStart(5, place, null, null, NearDose.NotSaid),
            at,
            DosesAround.NotKnown,
            isShared,
            at,
            person.StaffAccount.Id
        );
        moment.Continue(new CravingStep(12, 2, CravingEnd.Eased, way, null));
        return moment;
    }

    /// <summary>What its writer alone could open, as they could.</summary>
    public static Task<List<T>> StoredAsync<T>(GlidepathApp app, Guid patientId, Guid writer)
        where T : class, IPatientRecord =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Read, typeof(T).Name, patientId),
            db =>
            {
                db.Scope!.Writer = writer;
                return Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
                    db.Set<T>().Where(e => e.PatientId == patientId),
                    Stop
                );
            },
            Stop
        );
}
