using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using static Glidepath.Web.Tests.Patients.DocumentSamples;

namespace Glidepath.Web.Tests.Privacy;

public sealed partial class MergeTests
{
    [Fact]
    public async Task A_paper_of_a_merged_record_opens_for_its_team_and_for_the_patient_and_for_nobody_else()
    {
        var old = await PersonInCare.MakeAsync(app);
        var goesOn = await PersonInCare.MakeAsync(app);
        var paper = await FileAsync(app, old);
        await MergeAsync(old, goesOn);
        using (var team = await old.Staff.GetAsync($"/patients/{old.Id}/documents/{paper.Id}/content", Stop))
            Assert.Equal((HttpStatusCode.OK, Pdf.Length), (team.StatusCode, (await team.Content.ReadAsByteArrayAsync(Stop)).Length));
        var (patient, _) = await app.SignedInAsync(Role.Patient, goesOn.Id);
        Assert.Contains("Discharge letter", await patient.GetStringAsync("/me/documents", Stop), StringComparison.Ordinal);
        using (var own = await DocumentsTests.DownloadAsync(patient, paper.Id))
            Assert.Equal((HttpStatusCode.OK, Pdf.Length), (own.StatusCode, (await own.Content.ReadAsByteArrayAsync(Stop)).Length));
        var stranger = await PersonInCare.MakeAsync(app);
        var (other, _) = await app.SignedInAsync(Role.Patient, stranger.Id);
        using (var no = await DocumentsTests.DownloadAsync(other, paper.Id))
            Assert.Equal(HttpStatusCode.NotFound, no.StatusCode);
        using (var no = await stranger.Staff.GetAsync($"/patients/{old.Id}/documents/{paper.Id}/content", Stop))
            Assert.Equal(HttpStatusCode.NotFound, no.StatusCode);
    }
}
