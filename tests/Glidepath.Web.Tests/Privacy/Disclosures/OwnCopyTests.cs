using Glidepath.Application.Privacy;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Privacy.Disclosures;

/// <summary>A patient's copy of the record holds all of it, and says what it does not hold.</summary>
public sealed class OwnCopyTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Fact]
    public async Task A_patient_takes_what_was_said_and_decided_and_nobody_else_gets_it_with_a_summary()
    {
        const string Said = "wants to wait for the spring";
        var ana = await PersonInCare.MakeAsync(app);
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient", ana.Id),
            db =>
            {
                db.Add(ana.Talk(Said));
                return Task.FromResult(true);
            },
            Clinic.Cancel
        );
        using var saved = await ana.SendAsync($"{ana.Intake}/p7", ("alcohol-any", "yes"), ("go", "list"));
        var (patient, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        var own = System.Net.WebUtility.HtmlDecode(await patient.GetStringAsync("/me/record", Clinic.Cancel));
        Assert.Contains(Said, own, StringComparison.Ordinal);
        Assert.Contains("Your answers at intake", own, StringComparison.Ordinal);
        Assert.Contains("Your care team", own, StringComparison.Ordinal);
        Assert.Contains("What is not in this copy", own, StringComparison.Ordinal);
        Assert.Contains("Counseling notes", own, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, await ana.GetAsync($"/patients/{ana.Id}/summary"), StringComparison.Ordinal);
    }
}
