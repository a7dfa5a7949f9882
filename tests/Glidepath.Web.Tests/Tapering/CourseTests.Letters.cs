using System.Net;
using System.Net.Http.Json;
using Glidepath.Application.Patients;
using Glidepath.Application.Tapering;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Tapering;

/// <summary>The course in words: a letter to another prescriber, and text for another record.</summary>
public sealed partial class CourseTests
{
    private static readonly DateOnly Monday = new(2026, 11, 2);

    [Fact]
    public void A_letter_says_what_is_taken_what_was_decided_and_the_next_step_alone()
    {
        var (file, told) = Told();
        file.TakeStep(Monday.AddDays(14), null, Monday.AddDays(14), At(14));
        file.Hold(Monday.AddDays(30), "A hard week.", Monday.AddDays(16), At(16));
        SafetyLine[] safety =
        [
            new(SafetyConcern.SeizureHistory, "Past seizure", Answer.Yes, "", ""),
            new(SafetyConcern.Alcohol, "Alcohol", Answer.Unknown, "", ""),
            new(SafetyConcern.Breathing, "Breathing", Answer.Yes, "", "") { IsClosed = true },
            new(SafetyConcern.Pregnancy, "Pregnancy", Answer.No, "", ""),
        ];
        Assert.Equal(
            """
            Nov 18, 2026

            To Dr. Elsewhere,
            About Ana Sample, born Apr 5, 1985

            Ana Sample is in a supervised taper of clonazepam with us. This letter says what is taken now and what comes next.
            Please don't stop the medicine at once: that can cause seizures. Please talk with us before you change the dose, so that one prescriber leads.

            Dose now
            clonazepam 0.875 mg a day since Nov 16, 2026
            - in the morning: 0.375 mg (three 0.125 mg orally disintegrating tablets)
            - at bedtime: 0.5 mg (one 0.5 mg tablet)
            Times of doses are by the clock in New York, where the patient is.
            By version 1 of the plan, approved Nov 1, 2026 by Dr. Example: on hold.
            Guideline: Joint Guideline 2025 (ASAM and nine societies).
            Made of: clonazepam 0.5 mg tablet, clonazepam 0.125 mg orally disintegrating tablet, clonazepam 0.1 mg/mL oral suspension (compounded).

            Steps so far
            - Nov 2, 2026: version 1 (planned from the dose that is taken), clonazepam 1 mg a day
            - Nov 16, 2026: step to clonazepam 0.875 mg a day
            - Nov 18, 2026: on hold until Dec 2, 2026

            Next step
            On hold until Dec 2, 2026, when the patient and the prescriber look again. Then clonazepam 0.75 mg a day.

            What bears on safety
            Present: Past seizure.
            Seen and closed here: Breathing.
            Answered no: Pregnancy.
            Not known here: Alcohol.
            Other medicines on our list: sertraline, 100 mg in the morning

            How to reach us
            Dr. Example, Made-up Clinic, (555) 555-0199

            """.ReplaceLineEndings("\n"),
            CourseLetter.ToPrescriber(
                told with
                {
                    Today = Monday.AddDays(16),
                },
                "Dr. Elsewhere",
                safety,
                ["sertraline, 100 mg in the morning"],
                new("Made-up Clinic", "(555) 555-0199")
            )
        );
    }

    [Fact]
    public void Text_for_another_record_says_when_the_next_step_may_come_and_no_more()
    {
        var (_, told) = Told();
        Assert.Equal(
            """
            About Ana Sample, born Apr 5, 1985
            Supervised taper of clonazepam, as of Nov 10, 2026

            Dose now
            clonazepam 1 mg a day since Nov 2, 2026
            - in the morning: 0.5 mg (one 0.5 mg tablet)
            - at bedtime: 0.5 mg (one 0.5 mg tablet)
            By version 1 of the plan, approved Nov 1, 2026 by Dr. Example: going down.
            Guideline: Joint Guideline 2025 (ASAM and nine societies).
            Made of: clonazepam 0.5 mg tablet, clonazepam 0.125 mg orally disintegrating tablet, clonazepam 0.1 mg/mL oral suspension (compounded).

            Steps so far
            - Nov 2, 2026: version 1 (planned from the dose that is taken), clonazepam 1 mg a day

            Next step
            clonazepam 0.875 mg a day, not before Nov 16, 2026. No step goes by itself: the prescriber decides with the patient.

            Not to be stopped at once: seizure risk.

            """.ReplaceLineEndings("\n"),
            CourseLetter.ForRecord(told with { ClockIn = null })
        );
    }

    [Fact]
    public async Task A_letter_that_the_person_takes_is_accounted_and_has_the_notice()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        (string, string)[] there = [("given", "Ana"), ("family", "Sample"), ("language", "en"), ("zone", "Asia/Tokyo")];
        using (var moved = await ana.SendAsync($"/patients/{ana.Id}/details", there))
            Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var letter = $"{Course(ana)}/letter";
        using (var told = await ana.SendAsync($"{ana.Intake}/p5", ("seizures-ever", "yes"), ("go", "list")))
            Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        var shown = await ana.GetAsync(letter);
        Assert.Contains("Times of doses are by the clock in Tokyo", shown);
        Assert.Matches("Present: [^\n]*[Ss]eizure", shown);
        // What nobody asked is never read as no.
        Assert.Matches("Not known here: [^\n]*[Pp]regnan", shown);
        // The person carries it home: what was asked about home is not in it, not even as unknown.
        foreach (
            var home in new[]
            {
                SafetyConcern.NotSafeAtHome,
                SafetyConcern.NobodyWithThem,
                SafetyConcern.MedicineNotLocked,
                SafetyConcern.GunAtHome,
            }
        )
            Assert.DoesNotContain(SafetyConcerns.Row(home).Title, shown);
        Assert.Empty(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
        using var printed = await ana.SendAsync(letter, ("to", "Dr. Elsewhere"), ("basis", nameof(DisclosureBasis.PatientAccess)));
        Assert.Equal(HttpStatusCode.OK, printed.StatusCode);
        var html = WebUtility.HtmlDecode(await printed.Content.ReadAsStringAsync(Stop));
        Assert.Contains("To Dr. Elsewhere,", html);
        Assert.Contains(RedisclosureNotice.Short.Text, html);
        var left = Assert.Single(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
        Assert.Equal((DisclosureBasis.PatientAccess, DisclosureChannel.Print), (left.Basis, left.Channel));
        Assert.True(left.Categories.HasFlag(InformationCategory.TaperPlan | InformationCategory.Medications));
    }

    [Fact]
    public async Task A_letter_on_a_consent_goes_to_whom_the_consent_names_with_the_whole_notice_or_not_at_all()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        var letter = $"{Course(ana)}/letter";
        var little = await ConsentAsync(ana, "Demographics", "PresenceInTreatment");
        using (var refused = await ana.SendAsync(letter, ("to", "Dr. Elsewhere"), ("basis", $"{little}")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var again = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
            Assert.Contains("doesn't let all of the letter out this way", again);
            Assert.Contains("value=\"Dr. Elsewhere\"", again);
        }
        Assert.Empty(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
        var whole = await ConsentAsync(ana, "Demographics", "PresenceInTreatment", "Medications", "Assessments", "Diagnoses", "TaperPlan");
        using var printed = await ana.SendAsync(letter, ("to", "Dr. Elsewhere"), ("basis", $"{whole}"));
        Assert.Equal(HttpStatusCode.OK, printed.StatusCode);
        Assert.Contains(RedisclosureNotice.Full.Text, WebUtility.HtmlDecode(await printed.Content.ReadAsStringAsync(Stop)));
        var left = Assert.Single(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
        Assert.Equal((DisclosureBasis.Consent, whole, "Harbour Clinic"), (left.Basis, left.BasisId, left.RecipientName));
    }

    [Fact]
    public async Task Text_for_another_record_carries_its_notice_and_other_software_gets_the_same()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await ApprovedAsync(ana);
        using var taken = await ana.SendAsync($"{Course(ana)}/text", []);
        var html = WebUtility.HtmlDecode(await taken.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Contains("clonazepam 1 mg a day since", html);
        Assert.Contains(RedisclosureNotice.Full.Text, html);
        using var sent = await ana.Staff.PostOnceAsync($"/api/patients/{ana.Id}/taper-course/text/prints", new { });
        var paper = (await sent.Content.ReadFromJsonAsync<Sent>(Stop))!;
        Assert.Contains("clonazepam 1 mg a day since", paper.Text);
        Assert.Contains(paper.Notices, n => n.Text == RedisclosureNotice.Full.Text);
        // A use inside the program is in no list of what left.
        Assert.Empty(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
        using var letter = await ana.Staff.PostOnceAsync(
            $"/api/patients/{ana.Id}/taper-course/letter/prints",
            new { to = "Dr. Elsewhere" }
        );
        Assert.Contains("To Dr. Elsewhere,", (await letter.Content.ReadFromJsonAsync<Sent>(Stop))!.Text);
        Assert.Single(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));
    }

    [Fact]
    public async Task Neither_is_shown_or_let_out_to_a_stranger_or_past_a_restriction_nor_where_there_is_no_course()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        await StatusAsync(ana.Staff, HttpStatusCode.NotFound, "letter", "text");
        await ApprovedAsync(ana);
        await StatusAsync(ana.Staff, HttpStatusCode.OK, "letter", "text");
        foreach (var role in new[] { Role.Prescriber, Role.Family, Role.Patient })
            await StatusAsync((await app.SignedInAsync(role)).Client, HttpStatusCode.NotFound, "letter", "text");
        await KeepBackAsync(ana, InformationCategory.Medications);
        // The letter tells of other medicines, the text of the taper alone.
        await StatusAsync(ana.Staff, HttpStatusCode.NotFound, "letter");
        await StatusAsync(ana.Staff, HttpStatusCode.OK, "text");
        using var past = await ana.Staff.PostOnceAsync($"/api/patients/{ana.Id}/taper-course/letter/prints", new { });
        Assert.Equal(HttpStatusCode.NotFound, past.StatusCode);
        Assert.Empty(await PersonInCare.StoredAsync<DisclosureRecord>(app, ana.Id));

        async Task StatusAsync(HttpClient client, HttpStatusCode expected, params string[] pages)
        {
            foreach (var page in pages)
            {
                using var answer = await client.GetAsync(new Uri($"{Course(ana)}/{page}", UriKind.Relative), Stop);
                Assert.Equal(expected, answer.StatusCode);
            }
        }
    }

    /// <summary>A course that began on a Monday of November 2026, as of the tenth.</summary>
    private static (CourseFile File, CourseTold Told) Told()
    {
        var episode = EpisodeOfCare
            .Open(
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                Monday.AddDays(-5),
                new(Guid.CreateVersion7(), DateTime.UtcNow, Guid.NewGuid(), TimeZoneInfo.Utc)
            )
            .Episode;
        var plan = Plan(Monday);
        var draft = TaperDraft.Keep(episode, new Dictionary<string, string>(), plan, CourseWords.Kept.OfStep, At(-1));
        var file = CourseFile
            .Begin(draft, plan, CourseWords.Kept, new(VersionKind.Planned, "As agreed.", Monday), Monday.AddDays(-1), At(-1))
            .File;
        return (file, new(file, "Ana Sample", new(1985, 4, 5), Monday.AddDays(8), Monday.AddDays(-1), "Dr. Example", "New York"));
    }

    private static Entry At(int day) =>
        new(Guid.CreateVersion7(), Monday.AddDays(day).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc), Guid.NewGuid());

    private async Task<Guid> ConsentAsync(PersonInCare ana, params string[] categories)
    {
        using var given = await ana.SendAsync(
            $"/patients/{ana.Id}/consents/give",
            [
                ("kind", "SpecificDisclosure"),
                .. categories.Select(c => ("categories", c)),
                ("do", "give"),
                ("information", "how I taper"),
                ("recipient-kind", "Named"),
                ("recipient", "Harbour Clinic"),
                ("recipient-classes", "TreatingProvider"),
                ("purposes", "Treatment"),
                ("purpose", "so that both teams know"),
                ("expiry", "OnDay"),
                ("expires-on", Iso(Today.AddDays(90))),
                ("signed-by", "Patient"),
                ("signer", "Ana Sample"),
                ("method", "Paper"),
                ("signed-on", Iso(Today)),
            ]
        );
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        return (await PersonInCare.StoredAsync<Consent>(app, ana.Id)).MaxBy(c => c.RecordedAt)!.Id;
    }

    private sealed record Sent(string Text, IReadOnlyList<SentNotice> Notices);

    private sealed record SentNotice(string Text);
}
