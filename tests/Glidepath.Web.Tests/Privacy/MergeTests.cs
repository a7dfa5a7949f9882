using System.Net;
using System.Net.Http.Json;
using Glidepath.Application.Patients;
using Glidepath.Pharmacology.Safety;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>Two records of one person: merged by the privacy officer, shown as one, taken apart again, and nothing lost.</summary>
public sealed partial class MergeTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Page = "/privacy/merges";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_treats_the_person_by_one_record_sees_both_on_the_one_that_goes_on()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Suicide(old), Medicine(old, "zolpidem"), Medicine(ana, "clonazepam"));
        await MergeAsync(old, ana);
        // The nurse of the old record opens the one that goes on, and the one of that sees what the old one holds.
        foreach (var person in new[] { old, ana })
        {
            var page = (await person.Staff.PlainAsync($"/patients/{ana.Id}")).Body;
            Assert.Contains("Thoughts of suicide: yes", page);
            Assert.Contains("zolpidem", page);
            Assert.Contains("clonazepam", page);
            Assert.Contains(RecordNumber.Of(old.Id), page);
            Assert.Contains("Also kept under record", page);
            Assert.Contains($"Record {RecordNumber.Of(old.Id)} merged into this one", page);
            var today = (await person.Staff.PlainAsync("/today")).Body;
            Assert.Contains("Thoughts of suicide", today);
            Assert.Contains($"/patients/{ana.Id}", today);
            // One row, under the record that goes on.
            Assert.DoesNotContain($"/patients/{old.Id}", today);
        }
    }

    [Fact]
    public async Task The_record_that_was_merged_is_read_with_the_way_on_and_takes_no_new_entry()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Medicine(old, "zolpidem"));
        await MergeAsync(old, ana);
        var page = await old.GetAsync($"/patients/{old.Id}/medicines/new");
        Assert.Contains($"This record was merged into record {RecordNumber.Of(ana.Id)}", page);
        Assert.Contains($"href=\"/patients/{ana.Id}\"", page);
        foreach (var other in new[] { "intake", "consents", "visits", "episode", "summary", "consents/give", "assessments/a1" })
            Assert.Contains("takes no new entry", await old.GetAsync($"/patients/{old.Id}/{other}"));
        using var refused = await old.Staff.PostOnceAsync(
            $"/api/patients/{old.Id}/tasks",
            new
            {
                what = "Call",
                forAccountId = old.StaffAccount.Id,
                dueOn = $"{DateOnly.FromDateTime(DateTime.UtcNow):yyyy-MM-dd}",
            }
        );
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains($"Make the entry in record {RecordNumber.Of(ana.Id)}", await refused.Content.ReadAsStringAsync(Stop));
        Assert.Empty(await PersonInCare.StoredAsync<CareTask>(app, old.Id));
    }

    [Fact]
    public async Task A_no_in_one_record_does_not_hide_what_the_intake_of_the_other_tells()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        // Both have an intake, and the one told before entries of the history were kept.
        await SaveAsync(Intake(old, "yes"), Intake(ana, "no"), Suicide(ana, Answer.No));
        await MergeAsync(old, ana);
        foreach (var page in new[] { $"/patients/{ana.Id}", $"/patients/{ana.Id}/safety" })
            Assert.Matches("Thoughts of suicide:? *(<[^>]*>)* *yes", await ana.GetAsync(page));
    }

    [Fact]
    public async Task A_clinician_closes_on_the_record_that_goes_on_what_was_told_in_the_other()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Suicide(old));
        await MergeAsync(old, ana);
        using var closed = await GlidepathApp.Send(
            ana.Staff,
            $"/patients/{ana.Id}/safety",
            ("concern", "Suicide"),
            ("reason", "Seen today, no plan, safety plan made")
        );
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.DoesNotContain("Thoughts of suicide: yes", (await ana.Staff.PlainAsync("/today")).Body);
        Assert.Single(await PersonInCare.StoredAsync<SafetyEntry>(app, ana.Id));
    }

    [Fact]
    public async Task Open_tasks_go_on_where_the_person_goes_on()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await SaveAsync(
            CareTask.Ask(
                Guid.CreateVersion7(),
                old.Episode,
                new TaskDetails("Call the pharmacy", TaskOwner.Account(old.StaffAccount.Id), today),
                today,
                DateTime.UtcNow,
                old.StaffAccount.Id
            )
        );
        var officer = await MergeAsync(old, ana);
        Assert.DoesNotContain("Call the pharmacy", (await officer.PlainAsync(Page)).Body);
        Assert.False(Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, old.Id)).IsOpen);
        var moved = Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
        Assert.Equal(("Call the pharmacy", true, (Guid?)old.StaffAccount.Id), (moved.What, moved.IsOpen, moved.ForAccountId));
        Assert.Contains("Call the pharmacy", await old.GetAsync("/today"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_that_waits_is_answered_where_the_person_goes_on(bool waitsThereToo)
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var sent = new Entry(Guid.CreateVersion7(), DateTime.UtcNow.AddHours(-1), old.StaffAccount.Id);
        foreach (var person in waitsThereToo ? new[] { old, ana } : [old])
        {
            var turn = MessageTurn.Open(person.Episode, ReadingHours.Default, TimeZoneInfo.Utc, sent with { Id = Guid.CreateVersion7() });
            var text = $"canary of {person.Id}";
            await SaveAsync(turn, Message.Write(person.Episode, Role.Patient, turn.Id, text, sent with { Id = Guid.CreateVersion7() }));
        }
        await MergeAsync(old, ana);
        Assert.False(Assert.Single(await PersonInCare.StoredAsync<MessageTurn>(app, old.Id)).IsOpen);
        Assert.True(Assert.Single(await PersonInCare.StoredAsync<MessageTurn>(app, ana.Id)).IsOpen);
        Assert.Contains($"canary of {old.Id}", await ana.GetAsync($"/patients/{ana.Id}/messages"));
        using var answered = await ana.SendAsync($"/patients/{ana.Id}/messages", ("text", "Yes"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Equal(MessageState.Answered, Assert.Single(await PersonInCare.StoredAsync<MessageTurn>(app, ana.Id)).State);
    }

    [Fact]
    public async Task Teams_that_are_not_joined_see_their_own_record_only()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Suicide(old), Medicine(old, "zolpidem"), Medicine(ana, "clonazepam"));
        await MergeAsync(old, ana, ("teams", "apart"));
        var page = await ana.GetAsync($"/patients/{ana.Id}");
        Assert.Contains("clonazepam", page);
        Assert.DoesNotContain("zolpidem", page);
        Assert.DoesNotContain("Thoughts of suicide: yes", page);
        Assert.Equal(HttpStatusCode.NotFound, (await old.Staff.PlainAsync($"/patients/{ana.Id}")).Status);
        var own = await old.GetAsync($"/patients/{old.Id}");
        Assert.Contains("zolpidem", own);
        Assert.Contains("Thoughts of suicide: yes", await old.GetAsync("/today"));
    }

    [Fact]
    public async Task What_one_record_keeps_from_somebody_both_do()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Medicine(old, "zolpidem"), Medicine(ana, "clonazepam"));
        var kept = Restriction.Request(
            Guid.CreateVersion7(),
            old.Id,
            InformationCategory.Medications,
            DateTime.UtcNow,
            recipientPartyId: ana.StaffAccount.Id
        );
        kept.Agree(Guid.CreateVersion7(), DateTime.UtcNow);
        await SaveAsync(kept);
        await MergeAsync(old, ana);
        var hers = await ana.GetAsync($"/patients/{ana.Id}");
        Assert.DoesNotContain("zolpidem", hers);
        Assert.DoesNotContain("clonazepam", hers);
        Assert.Contains("zolpidem", await old.GetAsync($"/patients/{ana.Id}"));
    }

    [Fact]
    public async Task Taken_apart_each_record_stands_by_itself_and_a_second_merge_is_possible()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Medicine(old, "zolpidem"));
        var officer = await MergeAsync(old, ana);
        await SaveAsync(Medicine(ana, "clonazepam"));
        var merge = (await PersonInCare.StoredAsync<PatientLink>(app, old.Id)).Single().MergeId;
        using (var silent = await ApartAsync(officer, merge, ""))
            Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        using (var apart = await ApartAsync(officer, merge, "Two sisters"))
            Assert.Equal(HttpStatusCode.Redirect, apart.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await old.Staff.PlainAsync($"/patients/{ana.Id}")).Status);
        var own = await old.GetAsync($"/patients/{old.Id}");
        Assert.Contains("zolpidem", own);
        Assert.DoesNotContain("clonazepam", own);
        Assert.DoesNotContain("takes no new entry", own);
        Assert.DoesNotContain("zolpidem", await ana.GetAsync($"/patients/{ana.Id}"));
        await MergeAsync(ana, old);
        Assert.Contains("clonazepam", await ana.GetAsync($"/patients/{old.Id}"));
    }

    [Fact]
    public async Task A_chain_leads_to_its_end_and_nothing_goes_round()
    {
        var (a, b, c) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Medicine(a, "zolpidem"));
        var officer = await MergeAsync(a, b);
        await MergeAsync(b, c);
        var page = await a.GetAsync($"/patients/{c.Id}");
        Assert.Contains("zolpidem", page);
        Assert.Contains(RecordNumber.Of(a.Id), page);
        Assert.Contains(RecordNumber.Of(b.Id), page);
        Assert.Contains($"merged into record {RecordNumber.Of(c.Id)}", await a.GetAsync($"/patients/{a.Id}/episode"));
        foreach (var (replaced, goesOn) in new[] { (c, a), (a, c), (b, c) })
        {
            using var refused = await TryAsync(officer, replaced, goesOn);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("was merged into record", await refused.Content.ReadAsStringAsync(Stop));
        }
        using var itself = await CompareAsync(officer, c.Id, c.Id);
        Assert.Contains("Enter two different record numbers", await itself.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task What_stands_against_a_merge_is_said_before_and_refused()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        await SaveAsync(Restriction.Request(Guid.CreateVersion7(), ana.Id, InformationCategory.Medications, DateTime.UtcNow));
        using var compared = await CompareAsync(officer, old.Id, ana.Id);
        Assert.Contains("is not decided yet", await compared.Content.ReadAsStringAsync(Stop));
        using var refused = await TryAsync(officer, old, ana);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(await PersonInCare.StoredAsync<PatientLink>(app, old.Id));
        var (own, other) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await app.SignedInAsync(Role.Patient, own.Id);
        using var bound = await TryAsync(officer, own, other);
        Assert.Contains("has the patient&#x27;s own account", await bound.Content.ReadAsStringAsync(Stop));
        using var theOtherWay = await TryAsync(officer, other, own);
        Assert.Equal(HttpStatusCode.Redirect, theOtherWay.StatusCode);
    }

    [Fact]
    public async Task A_record_ends_by_itself_alone_and_one_that_has_ended_is_not_merged()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var officer = await MergeAsync(old, ana);
        foreach (var person in new[] { old, ana })
        {
            using var asked = await Clinic.Send(officer, "/privacy/destructions", ("do", "request"), ("record", $"{person.Id}"));
            Assert.Contains("Take them apart first", await asked.Content.ReadAsStringAsync(Stop));
        }
        var (ended, other) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await using (var db = app.Store.CreateDbContext())
        {
            foreach (var key in db.PatientKeys.Where(k => k.PatientId == ended.Id))
                key.Destroy(DateTime.UtcNow);
            await db.SaveChangesAsync(Stop);
        }
        using var compared = await CompareAsync(officer, ended.Id, other.Id);
        Assert.Contains("was destroyed", await compared.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_merge_is_for_the_privacy_officer_with_a_reason_and_once()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        foreach (var role in new[] { Role.Nurse, Role.Director, Role.Administrator, Role.Patient, Role.Helpline })
            Assert.NotEqual(HttpStatusCode.OK, (await (await app.SignedInAsync(role)).Client.PlainAsync(Page)).Status);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        using (var silent = await TryAsync(officer, old, ana, ("reason", "")))
            Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        using (var neither = await TryAsync(officer, old, ana, ("goes-on", "")))
            Assert.Contains("Choose the record that stays active", await neither.Content.ReadAsStringAsync(Stop));
        using (var stale = await TryAsync(officer, old, ana, ("mark", "1.1")))
        {
            Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
            Assert.Contains("has changed since", await stale.Content.ReadAsStringAsync(Stop));
        }
        Assert.Empty(await PersonInCare.StoredAsync<PatientLink>(app, old.Id));
        using (var first = await TryAsync(officer, old, ana, ("_once", "merge-once")))
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Single(await PersonInCare.StoredAsync<PatientLink>(app, old.Id));
        await using var db = app.Store.CreateDbContext();
        Assert.Equal(
            2,
            db.AuditEvents.Count(e =>
                (e.PatientId == old.Id || e.PatientId == ana.Id) && e.Action == AuditAction.Create && e.Target == nameof(PatientLink)
            )
        );
        Assert.Null((await AuditVerifier.VerifyAsync(app.Store, Stop)).Problem);
    }

    [Fact]
    public async Task A_person_is_found_by_either_number_and_stands_on_the_list_once()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Update, "test"),
            async db =>
            {
                var patient = (await db.Set<Patient>().FindAsync([old.Id], Stop))!;
                patient.Change(DetailsService.DetailsOf(patient) with { FamilyName = "Formerly" });
                return true;
            },
            Stop
        );
        await IndexAsync(old, ana);
        await MergeAsync(old, ana);
        // By the name of the record that was merged, by that of the one that goes on, and by what both share.
        foreach (var names in new[] { "formerly", "sample", "ana" })
        {
            using var answer = await ana.Staff.PostAsJsonAsync("/api/patients/search", new { names }, Stop);
            var found = await answer.Content.ReadFromJsonAsync<List<System.Text.Json.JsonElement>>(Stop);
            Assert.Equal($"{ana.Id}", Assert.Single(found!).GetProperty("id").GetString());
        }
        var mine = await old.Staff.GetFromJsonAsync<List<System.Text.Json.JsonElement>>("/api/patients", Stop);
        Assert.Equal($"{ana.Id}", Assert.Single(mine!).GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_patients_own_copy_holds_both_and_a_consent_from_before_lets_out_its_own_record_only()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Medicine(old, "zolpidem"), Medicine(ana, "clonazepam"));
        var before = await ConsentAsync(ana);
        await MergeAsync(old, ana);
        var (patient, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        var own = await patient.GetStringAsync("/me/record", Stop);
        Assert.Contains("zolpidem", own);
        Assert.Contains("clonazepam", own);
        Assert.Contains("Your records here", own);
        var looked = await patient.GetStringAsync("/me/who-looked", Stop);
        Assert.Contains("that two records of yours were put together or taken apart", looked);
        // The old consent: its own record. A new one: both.
        Assert.Equal((false, true), await LetOutAsync(ana, before));
        var since = await ConsentAsync(ana);
        Assert.Equal((true, true), await LetOutAsync(ana, since));
        Assert.NotEmpty(await PersonInCare.StoredAsync<DisclosureRecord>(app, old.Id));
    }

    [Fact]
    public async Task Staff_see_a_record_that_is_like_a_new_one_only_where_they_may_and_the_officer_sees_every_pair()
    {
        var seen = await PersonInCare.MakeAsync(app);
        var hidden = await PersonInCare.MakeAsync(app);
        await IndexAsync(seen, hidden);
        using var made = await seen.Staff.PostOnceAsync(
            "/api/patients",
            new
            {
                givenName = "Ana",
                familyName = "Sampel",
                dateOfBirth = $"{DateOnly.FromDateTime(DateTime.UtcNow).AddYears(-41):yyyy-MM-dd}",
            }
        );
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Stop));
        var id = (await made.Content.ReadFromJsonAsync<Application.Shared.Saved>(Stop))!.Id;
        var page = await seen.GetAsync($"/patients/{id}");
        Assert.Contains("May be the same person", page);
        Assert.Contains(RecordNumber.Of(seen.Id), page);
        Assert.DoesNotContain(RecordNumber.Of(hidden.Id), page);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var list = await officer.GetStringAsync(new Uri(Page, UriKind.Relative), Stop);
        Assert.Contains($"Records {RecordNumber.Of(id)} and {RecordNumber.Of(seen.Id)}", list);
        Assert.Contains($"Records {RecordNumber.Of(id)} and {RecordNumber.Of(hidden.Id)}", list);
        var note = (await PersonInCare.StoredAsync<SamePersonNote>(app, id)).Single(n => n.OtherPatientId == hidden.Id);
        using (
            var two = await GlidepathApp.Submit(officer, Page, Form(list, $"why-{note.Id:N}"), ($"why-{note.Id:N}", "Another birth place"))
        )
            Assert.Equal(HttpStatusCode.Redirect, two.StatusCode);
        Assert.DoesNotContain(
            $"Records {RecordNumber.Of(id)} and {RecordNumber.Of(hidden.Id)}",
            await officer.GetStringAsync(new Uri(Page, UriKind.Relative), Stop)
        );
    }

    [Fact]
    public async Task Staff_ask_the_officer_with_a_number_and_learn_nothing_of_whose_it_is()
    {
        var (ana, other) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await IndexAsync(other);
        var nobodys = RecordNumber.Of(Guid.CreateVersion7());
        foreach (var number in new[] { RecordNumber.Of(other.Id), nobodys })
        {
            using var asked = await ana.SendAsync($"/patients/{ana.Id}/same-person", ("number", number), ("why", "She called twice"));
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        }
        Assert.DoesNotContain(RecordNumber.Of(other.Id), await ana.GetAsync($"/patients/{ana.Id}"));
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var list = await officer.GetStringAsync(new Uri(Page, UriKind.Relative), Stop);
        Assert.Contains($"Records {RecordNumber.Of(ana.Id)} and {RecordNumber.Of(other.Id)}", list);
        Assert.Contains($"and {nobodys}", list);
        Assert.Contains("Nobody has this number", list);
        Assert.Contains("She called twice", list);
    }
}
