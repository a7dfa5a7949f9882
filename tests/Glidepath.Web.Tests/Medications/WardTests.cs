using System.Net;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Glidepath.Web.Tests.Therapy;

namespace Glidepath.Web.Tests.Medications;

/// <summary>A nurse's shift: a bed, an order, doses given and withheld, a decision, the count and the close.</summary>
public sealed class WardTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dose_is_opened_and_recorded_with_what_was_looked_at_and_once()
    {
        var (ana, unit) = await InBedAsync("1");
        var order = await OrderAsync(ana, "diazepam");
        var page = await ana.GetAsync($"/ward?unit={unit}");
        Assert.Contains("Ana Sample", page);
        Assert.Contains("diazepam 10 mg; by", page);
        var dose = Address(page);
        Assert.Contains("Record given", await ana.GetAsync(dose));

        using var unlooked = await ana.Staff.DoAsync(dose, "dose", null, ("outcome", "Given"), ("product", "diazepam 10 mg tablet × 1"));
        Assert.Equal(HttpStatusCode.BadRequest, unlooked.StatusCode);
        Assert.Contains("Record sedation and breathing rate first.", await unlooked.Content.ReadAsStringAsync(Stop));
        Assert.Empty(await PersonInCare.StoredAsync<MedicationAdministration>(app, ana.Id));

        (string, string)[] fields =
        [
            ("outcome", "Given"),
            ("sedation", "0"),
            ("breaths", "14"),
            ("product", "diazepam 10 mg tablet × 1"),
            ("once", "k1"),
        ];
        var form = GlidepathApp
            .FormIn()
            .Matches(await ana.GetAsync(dose))
            .Select(m => m.Value)
            .Single(f => f.Contains("value=\"dose\"", StringComparison.Ordinal));
        using var given = await GlidepathApp.Submit(ana.Staff, dose, form, fields);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        var entry = Assert.Single(await PersonInCare.StoredAsync<MedicationAdministration>(app, ana.Id));
        var look = Assert.Single(await PersonInCare.StoredAsync<VitalSignSet>(app, ana.Id));
        Assert.Equal((DoseOutcome.Given, look.Id, ana.StaffAccount.Id), (entry.Outcome, entry.Details.LookId, entry.GiverId));
        Assert.Equal(14, look.Values.Breaths);
        using var again = await GlidepathApp.Submit(ana.Staff, dose, form, fields);
        Assert.Single(await PersonInCare.StoredAsync<MedicationAdministration>(app, ana.Id));
        Assert.Single(await PersonInCare.StoredAsync<VitalSignSet>(app, ana.Id));
        Assert.Contains("Given", await ana.GetAsync($"/patients/{ana.Id}/orders/{order}"));
    }

    [Fact]
    public async Task A_rule_withholds_the_dose_the_prescriber_is_told_and_decides()
    {
        var (ana, unit) = await InBedAsync("2");
        var order = await OrderAsync(ana, "lorazepam");
        var dose = Address(await ana.GetAsync($"/ward?unit={unit}"));
        using var refused = await ana.Staff.DoAsync(dose, "dose", null, ("outcome", "Given"), ("sedation", "2"), ("breaths", "11"));
        var said = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Withhold this dose", said);
        Assert.Contains("11 breaths a minute, under 12: withhold and review.", said);
        Assert.Contains("value=\"11\"", said);
        Assert.Empty(await PersonInCare.StoredAsync<VitalSignSet>(app, ana.Id));

        using var withheld = await ana.Staff.DoAsync(
            dose,
            "dose",
            null,
            ("outcome", "Withheld"),
            ("sedation", "2"),
            ("breaths", "11"),
            ("reason", "sedation 2")
        );
        Assert.Equal(HttpStatusCode.Redirect, withheld.StatusCode);
        Assert.Contains("a dose is withheld, and nobody has decided on it.", WebUtility.HtmlDecode(await ana.GetAsync("/today")));
        var alerts = await PersonInCare.StoredAsync<Alert>(app, ana.Id);
        Assert.Equal([AlertCause.VitalSigns, AlertCause.WithheldDose], alerts.Select(a => a.Cause).Order());
        var entry = Assert.Single(await PersonInCare.StoredAsync<MedicationAdministration>(app, ana.Id));
        // A nurse does not decide.
        Assert.Contains("A prescriber decides on it", await ana.GetAsync($"/patients/{ana.Id}/orders/{order}"));
        Assert.Empty(await PersonInCare.StoredAsync<DoseDecision>(app, ana.Id));
        var prescriber = await JoinAsync(ana, Role.Prescriber, CareTeamRole.Prescriber);
        using var decided = await prescriber.DoAsync(
            $"/patients/{ana.Id}/orders/{order}",
            "decide",
            null,
            ("dose", entry.Id.ToString()),
            ("kind", "LeaveOut"),
            ("why", "sleepy")
        );
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.DoesNotContain("a dose is withheld, and nobody has decided on it.", WebUtility.HtmlDecode(await ana.GetAsync("/today")));
        alerts = await PersonInCare.StoredAsync<Alert>(app, ana.Id);
        Assert.Equal(AlertState.Closed, alerts.Single(a => a.Cause is AlertCause.WithheldDose).State);
    }

    [Fact]
    public async Task Who_is_not_on_the_team_sees_a_number_and_no_name_and_records_nothing()
    {
        var (ana, unit) = await InBedAsync("3");
        var order = await OrderAsync(ana, "oxazepam");
        var (stranger, _) = await app.SignedInAsync(Role.Nurse);
        var page = await stranger.GetStringAsync(new Uri($"/ward?unit={unit}", UriKind.Relative), Stop);
        Assert.DoesNotContain("Ana Sample", page);
        Assert.DoesNotContain("oxazepam", page);
        Assert.Contains("not on your team", page);
        using var history = await stranger.GetAsync(new Uri($"/patients/{ana.Id}/orders/{order}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, history.StatusCode);
        using var signs = await stranger.GetAsync(new Uri($"/patients/{ana.Id}/vital-signs", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, signs.StatusCode);
    }

    [Fact]
    public async Task A_nurse_does_not_order_and_another_persons_order_is_unknown()
    {
        var (ana, _) = await InBedAsync("4");
        var (bea, unit) = await InBedAsync("5", "B");
        var order = await OrderAsync(ana, "diazepam");
        using var page = await ana.Staff.GetAsync(new Uri($"/patients/{ana.Id}/orders/new", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        using var mixed = await bea.Staff.GetAsync(new Uri($"/patients/{bea.Id}/orders/{order}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, mixed.StatusCode);
        Assert.NotEqual(Guid.Empty, unit);
    }

    [Fact]
    public async Task A_prescriber_orders_at_set_times_or_as_needed_and_what_was_not_understood_is_kept_as_typed()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        (string, string)[] order =
        [
            ("drug", "Valium"),
            ("amount", "10"),
            ("unit", "mg"),
            ("times", "8 in the morning"),
            ("made", "diazepam 5 mg tablet × 2"),
            ("route", "Oral"),
            ("indication", "withdrawal"),
        ];
        using var refused = await ana.SendAsync($"/patients/{ana.Id}/orders/new", order);
        var said = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Write each time on a 24-hour clock", said);
        Assert.Contains("value=\"8 in the morning\"", said);
        Assert.Empty(await PersonInCare.StoredAsync<MedicationRequest>(app, ana.Id));

        order[3] = ("times", "08:00, 22:00 15");
        using var ordered = await ana.SendAsync($"/patients/{ana.Id}/orders/new", order);
        Assert.Equal(HttpStatusCode.Redirect, ordered.StatusCode);
        var made = Assert.Single(await PersonInCare.StoredAsync<MedicationRequest>(app, ana.Id));
        Assert.Equal("diazepam", made.Details.Drug);
        Assert.Equal([(480, 10m), (1_320, 15m)], made.Details.Doses.Select(d => (d.Minutes, d.Amount)));

        (string, string)[] needed =
        [
            .. order.Where(f => f.Item1 is not ("times" or "made")),
            ("gap", "240"),
            ("most", "3"),
            ("effect", "60"),
            ("rescue", "None"),
        ];
        using var none = await ana.SendAsync($"/patients/{ana.Id}/orders/new?as=needed", needed);
        Assert.Contains("No benzodiazepine is ordered as needed inside a taper", await none.Content.ReadAsStringAsync(Stop));
        using var other = await ana.SendAsync($"/patients/{ana.Id}/orders/new?as=needed", [("drug", "ondansetron"), .. needed.Skip(1)]);
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        Assert.Equal(2, (await PersonInCare.StoredAsync<MedicationRequest>(app, ana.Id)).Count);
    }

    [Fact]
    public async Task Two_count_a_controlled_drug_and_what_is_short_keeps_the_shift_open()
    {
        var (ana, unit) = await InBedAsync("6");
        var (_, second) = await app.SignedInAsync(Role.Nurse);
        var close = $"/ward/close/{unit}";
        using var counted = await ana.Staff.DoAsync(
            close,
            "count",
            null,
            ("product", "diazepam 5 mg tablet"),
            ("count", "40"),
            ("witness", second.Id.ToString())
        );
        Assert.Equal(HttpStatusCode.Redirect, counted.StatusCode);
        using var shortBy = await ana.Staff.DoAsync(
            close,
            "count",
            null,
            ("product", "Diazepam 5 mg tablet"),
            ("count", "39"),
            ("witness", second.Id.ToString())
        );
        Assert.Contains("diazepam 5 mg tablet: 1 short.", await ana.GetAsync(close));
        using var refused = await ana.Staff.DoAsync(close, "close");
        Assert.Contains("A count of a controlled drug does not agree", await refused.Content.ReadAsStringAsync(Stop));
        var open = (await AllAsync<StockEntry>()).Single(e => e.Difference != 0 && e.UnitId == unit);
        using var explained = await ana.Staff.DoAsync(
            close,
            "explain",
            null,
            ("count-id", open.Id.ToString()),
            ("found", "under the tray"),
            ("found-witness", second.Id.ToString())
        );
        using var closed = await ana.Staff.DoAsync(close, "close");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Contains("Closed by", await ana.GetAsync(close));
    }

    [Fact]
    public async Task A_bed_has_one_person_and_leaving_against_advice_needs_the_numbers_and_asks_for_a_call()
    {
        var (ana, unit) = await InBedAsync("7");
        await OrderAsync(ana, "diazepam");
        var bea = await PersonInCare.MakeAsync(app);
        using var taken = await bea.Staff.DoAsync($"/ward/beds?unit={unit}", "admit", null, ("person", bea.Id.ToString()), ("bed", "7"));
        Assert.Contains("This bed is taken.", await taken.Content.ReadAsStringAsync(Stop));
        var stay = Assert.Single(await PersonInCare.StoredAsync<Stay>(app, ana.Id));
        (string, string)[] leave =
        [
            ("version", stay.Version.ToString()),
            ("said", "Wants to be with the children."),
            ("supply", "diazepam 5 mg, 8 tablets, to Thursday"),
            ("naloxone", "given along"),
        ];
        using var without = await ana.Staff.DoAsync($"/ward/beds?unit={unit}&bed=7", "leave", null, leave);
        Assert.Contains("Give the numbers to call", await without.Content.ReadAsStringAsync(Stop));
        Assert.Empty(await PersonInCare.StoredAsync<AdviceRecord>(app, ana.Id));
        using var left = await ana.Staff.DoAsync($"/ward/beds?unit={unit}&bed=7", "leave", null, [.. leave, ("numbers", "yes")]);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Single(await PersonInCare.StoredAsync<AdviceRecord>(app, ana.Id));
        Assert.Equal(StayEnd.AgainstAdvice, Assert.Single(await PersonInCare.StoredAsync<Stay>(app, ana.Id)).HowEnded);
        Assert.Single(await PersonInCare.StoredAsync<Treatment.Tasks.CareTask>(app, ana.Id));
        Assert.Contains("Wants to be with the children.", await ana.GetAsync($"/patients/{ana.Id}/stays"));
        Assert.Equal(OrderStatus.Stopped, Assert.Single(await PersonInCare.StoredAsync<MedicationRequest>(app, ana.Id)).Status);
    }

    [Fact]
    public async Task A_dose_that_was_due_before_the_person_came_to_the_unit_is_not_the_units()
    {
        var (ana, unit) = await InBedAsync("8");
        await OrderAsync(ana, "diazepam");
        var (later, bed) = (WardUnit.Open(Guid.CreateVersion7(), "Unit 8 later", "2"), "1");
        var now = app.Store.Clock.GetUtcNow().UtcDateTime;
        var stay = Assert.Single(await PersonInCare.StoredAsync<Stay>(app, ana.Id));
        await WriteAsync(ana.Id, later);
        using var moved = await ana.Staff.DoAsync(
            $"/ward/beds?unit={unit}&bed=8",
            "end",
            null,
            ("version", stay.Version.ToString()),
            ("how", "Home")
        );
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        await WriteAsync(
            ana.Id,
            Stay.Begin(ana.Episode, later, bed, now.AddSeconds(1), new Entry(Guid.CreateVersion7(), now.AddSeconds(1), ana.StaffAccount.Id))
        );
        Assert.Contains("diazepam 10 mg", await ana.GetAsync($"/ward?unit={unit}"));
        Assert.DoesNotContain("diazepam 10 mg", await ana.GetAsync($"/ward?unit={later.Id}"));
    }

    /// <summary>The link that opens the first dose that is due.</summary>
    private static string Address(string page)
    {
        var at = page.IndexOf("&amp;dose=", StringComparison.Ordinal);
        var from = page.LastIndexOf("href=\"", at, StringComparison.Ordinal) + 6;
        return WebUtility.HtmlDecode(page[from..page.IndexOf('"', at)]).Split('#')[0];
    }

    private async Task<(PersonInCare Person, Guid Unit)> InBedAsync(string bed, string name = "A")
    {
        var ana = await PersonInCare.MakeAsync(app);
        var unit = WardUnit.Open(Guid.CreateVersion7(), $"Unit {bed}{name}", "8");
        var now = app.Store.Clock.GetUtcNow().UtcDateTime;
        await WriteAsync(
            ana.Id,
            unit,
            Stay.Begin(ana.Episode, unit, bed, now.AddMinutes(-30), new Entry(Guid.CreateVersion7(), now, ana.StaffAccount.Id))
        );
        return (ana, unit.Id);
    }

    /// <summary>10 mg, due now.</summary>
    private async Task<Guid> OrderAsync(PersonInCare ana, string drug)
    {
        var now = app.Store.Clock.GetUtcNow().UtcDateTime;
        var time = LocalTime.Of(now, app.Store.Zone);
        var order = MedicationRequest.Order(
            Guid.CreateVersion7(),
            ana.Episode,
            new(
                drug,
                "mg",
                [new((time.Hour * 60) + time.Minute, 10, [new($"{drug} 10 mg tablet", 1)])],
                MedicationRoute.Oral,
                "withdrawal"
            ),
            now.AddMinutes(-10),
            null,
            new Entry(Guid.CreateVersion7(), now.AddMinutes(-10), ana.StaffAccount.Id)
        );
        await WriteAsync(ana.Id, order);
        return order.Id;
    }

    private async Task<HttpClient> JoinAsync(PersonInCare ana, Role role, CareTeamRole part)
    {
        var (client, account) = await app.SignedInAsync(role);
        await WriteAsync(ana.Id, CareTeamMember.Join(Guid.CreateVersion7(), ana.Episode, account.Id, part, app.Store.Today));
        return client;
    }

    private Task<bool> WriteAsync(Guid patientId, params object[] entries) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient", patientId),
            db =>
            {
                db.AddRange(entries);
                return Task.FromResult(true);
            },
            Stop
        );

    private Task<List<T>> AllAsync<T>()
        where T : class =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Read, typeof(T).Name),
            db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Set<T>(), Stop),
            Stop
        );
}
