using System.Globalization;
using System.Net;
using CsCheck;
using Glidepath.Application.Patients;
using Glidepath.Storage.Patients;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Glidepath.Web.Tests.Patients;

/// <summary>Somebody is found by what is known of them.</summary>
public sealed class FindingTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("samp", "samp", null, null, null)]
    [InlineData(" ray  samp ", "ray samp", null, null, null)]
    [InlineData("2/3/68", null, "1968-02-03", null, null)]
    [InlineData("2/3/26", null, "2026-02-03", null, null)]
    [InlineData("12/3/26", null, "1926-12-03", null, null)]
    [InlineData("2/3/29", null, "1929-02-03", null, null)]
    [InlineData("Feb 3, 1968", null, "1968-02-03", null, null)]
    [InlineData("samp 1968-02-03", "samp", "1968-02-03", null, null)]
    [InlineData("3f2a0-76990", null, null, null, "3F2A076990")]
    [InlineData("12345-67890", null, null, null, "1234567890")]
    [InlineData("(555) 555-0142", null, null, "(555) 555-0142", null)]
    [InlineData("5555550142", null, null, "5555550142", null)]
    [InlineData("Li", "Li", null, null, null)]
    public void One_box_reads_a_name_a_day_a_phone_and_a_record_number(
        string typed,
        string? names,
        string? born,
        string? phone,
        string? signs
    ) =>
        Assert.Equal(
            new PatientQuery(names, born is null ? null : DateOnly.Parse(born, CultureInfo.InvariantCulture), phone, signs),
            PatientQuery.Read(typed, Today)
        );

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("f")]
    [InlineData("f g")]
    [InlineData("--")]
    public void A_single_letter_is_not_looked_for(string? typed) => Assert.Null(PatientQuery.Read(typed, Today));

    [Fact]
    public async Task Among_the_people_of_somebody_the_same_are_found_as_among_all()
    {
        var (both, given, family) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(Patient)),
            async db =>
            {
                foreach (
                    var (id, first, last) in new[] { (both, "Wilma", "Quorndon"), (given, "Wilma", "Sample"), (family, "Otto", "Quorndon") }
                )
                {
                    var details = new PatientDetails { GivenName = first, FamilyName = last };
                    var patient = Patient.Register(id, details, DateTime.UnixEpoch, Guid.Empty);
                    db.Add(patient);
                    await PatientFinding.KeepInStepAsync(db, app.Store.Index, patient, Stop);
                }
                return true;
            },
            Stop
        );
        var asked = PatientFinding.Asked(app.Store.Index, new PatientQuery("quorn wilm", null, null));
        var (all, among) = await app.Store.Records.RunAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Read, nameof(Patient)),
            async db =>
                (await PatientFinding.FoundAsync(db, asked, Stop), await PatientFinding.AmongAsync(db, [given, both, family], asked, Stop)),
            Stop
        );
        Assert.Equal([both], all);
        Assert.Equal([both], among);
    }

    [Fact]
    public void Every_three_letters_of_a_name_and_every_beginning_find_its_person()
    {
        // Made once: the samples run at the same time.
        var index = app.Store.Index;
        Gen.Select(Gen.Char["aábcdéßO'Łnstz"].Array[2, 12], Gen.Int[0, 11], Gen.Int[2, 12])
            .Sample(
                (letters, from, length) =>
                {
                    var name = new string(letters);
                    var whole = BlindIndex.Fold(name);
                    if (whole.Length < 2)
                        return true;
                    length = Math.Min(length, whole.Length);
                    from = length == 2 ? 0 : Math.Min(from, whole.Length - length);
                    var patient = Patient.Register(
                        Guid.CreateVersion7(),
                        new PatientDetails { FamilyName = name },
                        DateTime.UnixEpoch,
                        Guid.Empty
                    );
                    var query = new PatientQuery(whole.Substring(from, length), null, null);
                    var asked = PatientFinding.Asked(index, query);
                    return asked.Count > 0
                        && PatientFinding.Kept(index, patient).IsSupersetOf(asked)
                        && PatientFinding.Fits(query, patient);
                },
                iter: 2_000
            );
    }

    [Fact]
    public void What_only_looks_alike_to_the_index_is_held_against_the_name()
    {
        var patient = Patient.Register(Guid.CreateVersion7(), new PatientDetails { FamilyName = "Abcabd" }, DateTime.UnixEpoch, Guid.Empty);
        Assert.True(PatientFinding.Fits(new PatientQuery("bcab", null, null), patient));
        Assert.False(PatientFinding.Fits(new PatientQuery("bdabc", null, null), patient));
        Assert.False(PatientFinding.Fits(new PatientQuery("abd bdx", null, null), patient));
    }

    [Fact]
    public async Task Whoever_was_registered_when_whole_names_were_kept_is_findable_by_parts_after_the_next_start()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Update, nameof(Patient), ana.Id),
            async db =>
            {
                var patient = await db.Set<Patient>().SingleAsync(p => p.Id == ana.Id, Stop);
                await PatientFinding.KeepInStepAsync(db, app.Store.Index, patient, Stop);
                await db.SaveChangesAsync(Stop);
                db.RemoveRange(await db.Set<PatientIndex>().Where(i => i.PatientId == ana.Id && i.Kind == "namePart").ToListAsync(Stop));
                return await db.SaveChangesAsync(Stop);
            },
            Stop
        );
        using var before = await ana.SendAsync("/patients", ("q", "amp"));
        Assert.DoesNotContain("1</span>", Found(await before.Content.ReadAsStringAsync(Stop)));

        using var again = new FindableByPart(app.Store, TimeProvider.System, app.Services.GetRequiredService<ILogger<FindableByPart>>());
        await again.StartAsync(Stop);
        await again.FirstTime;
        using var after = await ana.SendAsync("/patients", ("q", "amp"));
        Assert.Contains($"/patients/{ana.Id}", Found(await after.Content.ReadAsStringAsync(Stop)));
        await again.StopAsync(Stop);
        var rows = await NotedAsync();
        using var idle = new FindableByPart(app.Store, TimeProvider.System, app.Services.GetRequiredService<ILogger<FindableByPart>>());
        await idle.StartAsync(Stop);
        await idle.FirstTime;
        await idle.StopAsync(Stop);
        Assert.NotEqual(0, rows);
        Assert.Equal(rows, await NotedAsync());

        async Task<int> NotedAsync()
        {
            await using var db = app.Store.CreateDbContext();
            return await db.AuditEvents.CountAsync(e => e.Reason == "findable by parts of the name", Stop);
        }
    }

    [Fact]
    public async Task A_search_that_says_too_little_is_refused_in_words_and_keeps_what_was_typed()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var refused = await ana.SendAsync("/patients", ("q", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Write at least two letters of a name", page);
        Assert.Contains("value=\"x\"", page);
    }

    private static string Found(string page) => page.Split("found-h\">")[^1].Split("mine-h")[0];
}
