using System.Net;
using System.Net.Http.Json;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Patients;

/// <summary>To look at the letter is a reading; a letter that is made for printing has left the record.</summary>
public sealed class LetterTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_printed_letter_stands_in_the_audit_as_a_print_and_in_the_list_of_what_left()
    {
        var (client, account) = await app.SignedInAsync(Role.Nurse);
        var id = await client.RegisterAsync("Wren", "Letter");
        var page = $"/patients/{id}/pathway/letter";
        await client.GetStringAsync(page, Stop);
        Assert.DoesNotContain(await app.AuditAsync(account.Id), r => r.Action == "Print");
        Assert.Empty(await PersonInCare.StoredAsync<DisclosureRecord>(app, id));

        using var printed = await GlidepathApp.Send(client, page, ("without", "alcohol.any"));
        var html = WebUtility.HtmlDecode(await printed.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, printed.StatusCode);
        Assert.Contains("To my prescriber,", html);
        Assert.Contains(RedisclosureNotice.Short.Text, html);
        Assert.Contains(await app.AuditAsync(account.Id), r => r.Action == "Print" && r.PatientId == id);
        var entry = Assert.Single(await PersonInCare.StoredAsync<DisclosureRecord>(app, id));
        Assert.Equal(
            (DisclosureBasis.PatientAccess, DisclosureChannel.Print, "the patient"),
            (entry.Basis, entry.Channel, entry.RecipientName)
        );
        Assert.Contains("letter", entry.PurposeText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_person_does_not_want_in_it_is_left_out_and_another_program_gets_the_same()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await GlidepathApp.Send(ana.Staff, $"{ana.Intake}/p5", ("seizures-ever", "yes"), ("go", "list"));
        using var whole = await ana.Staff.PostOnceAsync($"/api/patients/{ana.Id}/pathway/letter/prints", new { });
        var paper = (await whole.Content.ReadFromJsonAsync<Paper>(Stop))!;
        Assert.Contains("I have had a seizure in the past.", paper.Text);
        Assert.Contains(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id), d => d.Id == paper.AccountingId);
        Assert.Contains("seizures.ever", await ana.GetAsync($"/patients/{ana.Id}/pathway/letter"));
        using var part = await GlidepathApp.Send(ana.Staff, $"/patients/{ana.Id}/pathway/letter", ("without", "seizures.ever"));
        Assert.DoesNotContain("seizure in the past", (await part.Content.ReadAsStringAsync(Stop)).Split("</article>")[0]);
        var (other, _) = await app.SignedInAsync(Role.Nurse);
        using var offTeam = await other.PostOnceAsync($"/api/patients/{ana.Id}/pathway/letter/prints", new { });
        Assert.Equal(HttpStatusCode.NotFound, offTeam.StatusCode);
    }

    private sealed record Paper(Guid AccountingId, string Text);
}
