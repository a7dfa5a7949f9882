using System.Net;
using Glidepath.Application.Patients;
using Glidepath.Pharmacology.Safety;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Privacy;

public sealed partial class MergeTests
{
    private Task<bool> IndexAsync(params PersonInCare[] people) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Update, "test"),
            async db =>
            {
                foreach (var person in people)
                    await PatientFinding.KeepInStepAsync(
                        db,
                        app.Store.Index,
                        (await db.Set<Patient>().FindAsync([person.Id], Stop))!,
                        Stop
                    );
                return true;
            },
            Stop
        );

    private static async Task<(bool Old, bool GoesOn)> LetOutAsync(PersonInCare of, Consent consent)
    {
        var html = await of.GetAsync($"/patients/{of.Id}/consents");
        using var content = new FormUrlEncodedContent(
            new (string Name, string Value)[]
            {
                ("__RequestVerificationToken", Clinic.Token(html)),
                ("_handler", "share"),
                ("do", "share"),
                ("basis", $"Consent {consent.Id}"),
                ("as", "csv"),
                ("purpose", "Treatment"),
                ("categories", "Medications"),
            }.Select(f => KeyValuePair.Create(f.Name, f.Value))
        );
        using var file = await of.Staff.PostAsync(new Uri($"/patients/{of.Id}/share/file", UriKind.Relative), content, Stop);
        var text = await file.Content.ReadAsStringAsync(Stop);
        Assert.True(file.IsSuccessStatusCode, text);
        return (text.Contains("zolpidem", StringComparison.Ordinal), text.Contains("clonazepam", StringComparison.Ordinal));
    }

    private async Task<Consent> ConsentAsync(PersonInCare of)
    {
        var fields = new Clinic(app).ConsentFields(("categories", "Medications"), ("information", "my medicines"));
        using var given = await Clinic.Send(of.Staff, $"/patients/{of.Id}/consents/give", fields);
        Assert.True(given.StatusCode is HttpStatusCode.Redirect, await given.Content.ReadAsStringAsync(Stop));
        return (await PersonInCare.StoredAsync<Consent>(app, of.Id)).MaxBy(c => c.RecordedAt)!;
    }

    private async Task<HttpClient> MergeAsync(PersonInCare replaced, PersonInCare goesOn, params (string Name, string Value)[] more)
    {
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        using var merged = await TryAsync(officer, replaced, goesOn, more);
        Assert.True(merged.StatusCode is HttpStatusCode.Redirect, await merged.Content.ReadAsStringAsync(Stop));
        return officer;
    }

    private static async Task<HttpResponseMessage> TryAsync(
        HttpClient officer,
        PersonInCare replaced,
        PersonInCare goesOn,
        params (string Name, string Value)[] more
    )
    {
        using var compared = await CompareAsync(officer, replaced.Id, goesOn.Id);
        (string, string)[] fields =
        [
            ("goes-on", "second"),
            ("teams", "joined"),
            ("reason", "Same birth date and phone; the person confirmed it"),
        ];
        return await GlidepathApp.Submit(
            officer,
            Page,
            Form(await compared.Content.ReadAsStringAsync(Stop), "value=\"merge\""),
            [.. fields.Where(f => more.All(m => m.Name != f.Item1)), .. more]
        );
    }

    private static string Form(string html, string holds) =>
        GlidepathApp.FormIn().Matches(html).Select(m => m.Value).First(f => f.Contains(holds, StringComparison.Ordinal));

    private static async Task<HttpResponseMessage> CompareAsync(HttpClient officer, Guid first, Guid second) =>
        await GlidepathApp.Submit(
            officer,
            Page,
            Form(await officer.GetStringAsync(new Uri(Page, UriKind.Relative), Stop), "name=\"first\""),
            ("first", $"{first}"),
            ("second", $"{second}")
        );

    private static async Task<HttpResponseMessage> ApartAsync(HttpClient officer, Guid merge, string reason) =>
        await GlidepathApp.Submit(
            officer,
            Page,
            Form(await officer.GetStringAsync(new Uri(Page, UriKind.Relative), Stop), $"reason-{merge:N}"),
            ($"reason-{merge:N}", reason)
        );

    private Task<bool> SaveAsync(params IPatientRecord[] entries) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "test"),
            db =>
            {
                db.AddRange(entries.AsEnumerable<object>());
                return Task.FromResult(true);
            },
            Stop
        );

    private static IntakeSection Intake(PersonInCare of, string suicide)
    {
        var section = IntakeSection.Start(Guid.CreateVersion7(), of.Episode, IntakePart.MentalHealth);
        section.Save(
            new Dictionary<string, IntakeAnswer> { ["mental.suicide"] = IntakeAnswer.Of(suicide) },
            DateTime.UtcNow,
            of.StaffAccount.Id
        );
        return section;
    }

    private static SafetyEntry Suicide(PersonInCare of, Answer answer = Answer.Yes) =>
        SafetyEntry.Tell(
            of.Episode,
            new SafetyTold(SafetyConcern.Suicide, "mental.suicide", answer, answer is Answer.Yes ? SafetyGrade.High : SafetyGrade.None),
            [],
            new Entry(Guid.CreateVersion7(), DateTime.UtcNow, of.StaffAccount.Id)
        );

    private static MedicationStatement Medicine(PersonInCare of, string name) =>
        MedicationStatement.Record(
            Guid.CreateVersion7(),
            of.Episode,
            new MedicationDetails(name, "1 mg bedtime", false, MedicationSource.Person, null),
            DateOnly.FromDateTime(DateTime.UtcNow),
            DateTime.UtcNow,
            of.StaffAccount.Id
        );
}
