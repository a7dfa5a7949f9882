using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Rotation;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Glidepath.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Monitoring;

/// <summary>Check-ins that waited on a phone: taken once and as they were written, or refused with a reason that the phone shows.</summary>
public sealed class PhoneEntryTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Address = "/api/me/entries/sealed";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateOnly Today => app.Store.Today;

    private DateTimeOffset Now => app.Store.Clock.GetUtcNow();

    [Fact]
    public async Task What_was_sealed_offline_is_taken_as_the_form_is_and_the_receipt_names_its_id_and_its_hash()
    {
        var (ana, own, phone) = await PhoneAsync();
        var sent = phone.Seal(
            Today.AddDays(-1),
            Now.AddHours(-20),
            ("dose", "Yes"),
            ("sleep-hours", "6"),
            ("symptoms", "some"),
            ("s-heart", "2"),
            ("since", "Fall"),
            ("since", "LowSupply"),
            ("note", "Loud places are hard.")
        );
        var receipt = await ReceiptAsync(own, sent);
        var entry = Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
        Assert.Equal((entry.Id, Today.AddDays(-1), CheckInSource.Patient), (receipt.Id, entry.On, entry.Source));
        Assert.Equal((DoseAnswer.Yes, 6m, 2), (entry.Answers.Dose, entry.Answers.SleepHours, entry.Answers.Symptoms["heart"]));
        Assert.Equal([SinceLast.Fall, SinceLast.LowSupply], entry.Answers.Since);
        Assert.Equal("Loud places are hard.", entry.Answers.Note);
        Assert.Equal(sent["id"]!.GetValue<string>(), receipt.Body["id"]!.GetValue<string>());
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(sent["ciphertext"]!.GetValue<string>()))),
            receipt.Body["sha256"]!.GetValue<string>()
        );
        Assert.False(receipt.Body["isDanger"]!.GetValue<bool>());
        Assert.Null(receipt.Body["says"]);
    }

    [Fact]
    public async Task Sent_again_it_gets_the_same_receipt_and_other_bytes_under_its_id_are_a_conflict()
    {
        var (ana, own, phone) = await PhoneAsync();
        var sent = phone.Seal(Today, Now, ("anxiety", "4"));
        var first = await ReceiptAsync(own, sent);
        Assert.Equal(first.Body.ToJsonString(), (await ReceiptAsync(own, sent)).Body.ToJsonString());
        var other = PhoneSeal.Of(await HostAsync(own), phone.Name).Seal(Today, Now, ("anxiety", "9"));
        Assert.Equal(sent["id"]!.GetValue<string>(), other["id"]!.GetValue<string>());
        using var refused = await SendAsync(own, other);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(4, Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id)).Answers.Anxiety);
    }

    [Theory]
    [InlineData("ciphertext")]
    [InlineData("iv")]
    [InlineData("ephemeralKey")]
    [InlineData("recordedAt")]
    [InlineData("offsetMinutes")]
    [InlineData("keyId")]
    [InlineData("id")]
    public async Task What_was_altered_on_the_way_is_refused_and_nothing_is_written(string member)
    {
        var (ana, own, phone) = await PhoneAsync();
        var (sent, other) = (phone.Seal(Today, Now, ("anxiety", "4")), phone.Seal(Today, Now.AddMinutes(-1), ("anxiety", "9")));
        using var refused = await SendAsync(
            own,
            sent,
            body =>
                body[member] = member switch
                {
                    "offsetMinutes" => 60,
                    "keyId" => "0123456789abcdef",
                    _ => other[member]!.GetValue<string>(),
                }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var rule = (await refused.Content.ReadFromJsonAsync<JsonNode>(Stop))!["rule"]!.GetValue<string>();
        Assert.Equal(member is "keyId" ? "phone-entry.key-gone" : "phone-entry.altered", rule);
        Assert.Empty(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
    }

    [Theory]
    [InlineData("no json", "phone-entry.altered")]
    [InlineData("""{"on":"2026-11-30"}""", "phone-entry.altered")]
    [InlineData("""{"on":"2026-11-30","fields":[["dose"]]}""", "phone-entry.altered")]
    [InlineData("""{"on":"2026-11-30","fields":[["dose","Maybe so CANARY"]]}""", "phone-entry.answers")]
    public async Task What_does_not_fit_is_refused_without_a_word_of_what_was_written(string content, string rule)
    {
        var (_, own, phone) = await PhoneAsync();
        using var refused = await SendAsync(own, phone.Seal(content, Now));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var text = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Contains(rule, text);
        Assert.DoesNotContain("CANARY", text);
    }

    [Fact]
    public async Task Nothing_answered_is_refused_as_on_the_form_and_a_danger_sign_is_not()
    {
        var (ana, own, phone) = await PhoneAsync();
        using var refused = await SendAsync(own, phone.Seal(Today, Now));
        Assert.Contains("Nothing was answered yet.", await refused.Content.ReadAsStringAsync(Stop));
        var danger = await ReceiptAsync(own, phone.Seal(Today, Now, ("flags", "Seizure"), ("sleep-hours", "eleven")));
        Assert.True(danger.Body["isDanger"]!.GetValue<bool>());
        Assert.Equal([RedSign.Seizure], Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id)).Answers.Flags);
        Assert.Contains("Seizure", await ana.GetAsync("/today"));
    }

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(0, 0, false)]
    [InlineData(-1, -1, false)]
    public async Task A_clock_that_is_a_day_ahead_is_taken_for_today_and_the_receipt_says_so(int dated, int taken, bool says)
    {
        var (ana, own, phone) = await PhoneAsync();
        var receipt = await ReceiptAsync(own, phone.Seal(Today.AddDays(dated), Now.AddDays(dated), ("anxiety", "4")));
        Assert.Equal(Today.AddDays(taken), Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id)).On);
        Assert.Equal(says, receipt.Body["says"] is not null);
    }

    [Theory]
    [InlineData(2, "check-in.day")]
    [InlineData(-36, "phone-entry.too-old")]
    public async Task A_clock_that_is_further_off_is_refused_with_the_reason(int days, string rule)
    {
        var (_, own, phone) = await PhoneAsync();
        using var refused = await SendAsync(own, phone.Seal(Today.AddDays(days), Now.AddDays(days), ("anxiety", "4")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(rule, await refused.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Someone_else_who_signs_in_on_the_phone_does_not_send_it_and_strangers_and_staff_reach_nothing()
    {
        var (ana, own, phone) = await PhoneAsync();
        var (_, ben, _) = await PhoneAsync();
        var sent = phone.Seal(Today, Now, ("anxiety", "4"));
        using (var other = await SendAsync(ben, sent))
            Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        using (var stranger = await SendAsync(app.Browser(), sent))
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        using (var staff = await SendAsync(ana.Staff, sent))
            Assert.Equal(HttpStatusCode.NotFound, staff.StatusCode);
        Assert.Empty(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
        await ReceiptAsync(own, sent);
        Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
    }

    [Fact]
    public async Task The_host_knows_the_numbers_of_a_phone_and_the_browser_that_sent()
    {
        var (_, own, phone) = await PhoneAsync();
        await ReceiptAsync(own, phone.Seal(Today, Now, ("anxiety", "4")));
        await ReceiptAsync(own, phone.Seal(Today, Now, ("anxiety", "5")));
        var host = await HostAsync(own);
        Assert.Equal($$"""[{"name":"{{phone.Name}}","last":2}]""", host["phones"]!.ToJsonString());
        Assert.True(host["thisPhone"]!.GetValue<bool>());
    }

    [Fact]
    public async Task After_a_restore_the_generation_is_another_and_what_the_backup_has_gets_its_receipt_again()
    {
        using var restored = new GlidepathApp();
        var ana = await PersonInCare.MakeAsync(restored);
        var (own, _) = await restored.SignedInAsync(Role.Patient, ana.Id);
        var phone = PhoneSeal.Of(await HostAsync(own));
        var sent = phone.Seal(restored.Store.Today, restored.Store.Clock.GetUtcNow(), ("anxiety", "4"));
        var before = await ReceiptAsync(own, sent);
        await using (var db = restored.Store.CreateDbContext())
        {
            var at = restored.Store.Clock.GetUtcNow().UtcDateTime;
            db.Add(new StoreFact { Name = "restore.last", Value = FormattableString.Invariant($"{at:O} {at:O} confirmed") });
            await db.SaveChangesAsync(Stop);
        }
        var after = await ReceiptAsync(own, sent);
        Assert.NotEqual(before.Body["generation"]!.GetValue<string>(), after.Body["generation"]!.GetValue<string>());
        Assert.Equal((before.Id, before.Body["arrivedAt"]!.ToJsonString()), (after.Id, after.Body["arrivedAt"]!.ToJsonString()));
        Assert.Single(await PersonInCare.StoredAsync<CheckIn>(restored, ana.Id));
    }

    [Fact]
    public async Task New_master_keys_bring_a_new_pair_and_what_was_sealed_to_the_old_one_opens()
    {
        await using var test = await TestStore.OpenAsync("SQLite");
        var old = Assert.Single(await PhoneKeyPair.AllAsync(test.Store, Stop));
        var sent = new PhoneSeal("owner", old.Id, old.PublicKey).Seal("waits on a phone", Now);
        await KeyRotation.MasterAsync(test.Store.Location, TimeProvider.System, Stop, static _ => null);
        var keys = KeyFiles.Load(test.Store.Location.KeyFolder, create: false, static _ => null);
        var pairs = await PhoneKeyPair.AllAsync(new Glidepath.Storage.Store(test.Store.Location, keys, TimeProvider.System), Stop);
        Assert.Equal(2, pairs.Count);
        Assert.NotEqual(old.Id, pairs[0].Id);
        var opened = pairs[1]
            .Open(
                Bytes("ephemeralKey"),
                Bytes("iv"),
                Bytes("ciphertext"),
                $"glidepath check-in 1|{sent["id"]}|owner|{old.Id}|{sent["recordedAt"]}|-480"
            );
        Assert.Equal("waits on a phone", System.Text.Encoding.UTF8.GetString(opened));
        await using var db = test.Store.CreateDbContext();
        Assert.All(
            await db.StoreFacts.Where(f => f.Name.StartsWith("phone-key.")).ToListAsync(Stop),
            f => Assert.DoesNotContain(Convert.ToBase64String(old.PublicKey), f.Value)
        );

        byte[] Bytes(string member) => Convert.FromBase64String(sent[member]!.GetValue<string>());
    }

    [Theory]
    [InlineData("gp-unsent=1", "\"cache\"")]
    [InlineData("gp-neutral=1", "\"cache\", \"cookies\", \"storage\"")]
    public async Task Who_leaves_with_entries_unsent_leaves_them_sealed_where_they_are(string cookie, string forgets)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/exit");
        request.Headers.Add("Cookie", cookie);
        using var answer = await app.Stranger().SendAsync(request, Stop);
        Assert.Equal(forgets, answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal(
            cookie.StartsWith("gp-unsent", StringComparison.Ordinal),
            answer.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(c => c.StartsWith("gp-left=1", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_page_that_a_phone_keeps_is_the_same_for_everybody_and_a_shared_computer_keeps_none()
    {
        var (_, own, _) = await PhoneAsync();
        var shell = await app.Stranger().GetStringAsync(new Uri("/me/offline", UriKind.Relative), Stop);
        Assert.All(RedSigns.All, row => Assert.Contains($"data-sign=\"{row.Flag}\"", shell));
        Assert.DoesNotContain("Ana", shell);
        Assert.DoesNotContain("__RequestVerificationToken", shell[shell.IndexOf("<main", StringComparison.Ordinal)..]);
        Assert.Contains("data-offline=\"page\"", await own.GetStringAsync(new Uri("/me/check-in", UriKind.Relative), Stop));
        var ben = await PersonInCare.MakeAsync(app);
        var (shared, _) = await app.SignedInAsync(Role.Patient, ben.Id, sharedComputer: true);
        Assert.DoesNotContain("data-offline", await shared.GetStringAsync(new Uri("/me/check-in", UriKind.Relative), Stop));
        using var worker = await app.Stranger().GetAsync(new Uri("/js/offline-worker.js", UriKind.Relative), Stop);
        Assert.Equal("/me", worker.Headers.GetValues("Service-Worker-Allowed").Single());
    }

    private async Task<(PersonInCare Ana, HttpClient Own, PhoneSeal Phone)> PhoneAsync()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        return (ana, own, PhoneSeal.Of(await HostAsync(own)));
    }

    private static async Task<JsonNode> HostAsync(HttpClient own) =>
        (await own.GetFromJsonAsync<JsonNode>(new Uri("/api/me/offline", UriKind.Relative), Stop))!;

    private static async Task<(Guid Id, JsonNode Body)> ReceiptAsync(HttpClient client, JsonObject sent)
    {
        using var answer = await SendAsync(client, sent);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        var body = JsonNode.Parse(text)!;
        return (body["entryId"]!.GetValue<Guid>(), body);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, JsonObject sent, Action<JsonObject>? alter = null)
    {
        var body = sent.DeepClone().AsObject();
        alter?.Invoke(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = JsonContent.Create<JsonNode>(body) };
        request.Headers.Add("Idempotency-Key", body["id"]!.GetValue<string>());
        return await client.SendAsync(request, Stop);
    }
}
