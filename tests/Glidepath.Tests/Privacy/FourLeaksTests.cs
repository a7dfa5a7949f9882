using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

/// <summary>The four leaks that an outside review found in another open record system, and what its later white-box test added.</summary>
public class FourLeaksTests
{
    [Fact]
    public void Leak_1_a_consent_for_one_recipient_opens_no_door_for_another()
    {
        var consent = Filed.Given();
        Assert.Equal(
            "consent.other-recipient",
            Filed.Reason(
                DisclosureGate.Decide(
                    Filed.Request(Filed.File(consent)) with
                    {
                        Recipient = new("Bay Clinic", RecipientClass.TreatingProvider, Filed.Stranger),
                    }
                )
            )
        );
        Assert.Equal(InformationCategory.Medications, Filed.Permit(DisclosureGate.Decide(Filed.Request(Filed.File(consent)))).Categories);
    }

    public static TheoryData<DisclosureBasis> BasesWithoutConsent() =>
        [
            DisclosureBasis.AuditOrEvaluation,
            DisclosureBasis.Research,
            DisclosureBasis.ServiceAgreement,
            DisclosureBasis.CrimeOnPremises,
            DisclosureBasis.ChildAbuseReport,
            DisclosureBasis.CourtOrder,
            DisclosureBasis.MedicalEmergency,
            DisclosureBasis.BreakGlass,
        ];

    [Theory]
    [MemberData(nameof(BasesWithoutConsent))]
    public void Leak_2_a_basis_without_consent_needs_something_on_file_and_the_right_role(DisclosureBasis basis)
    {
        var channel = BasisTable.Of(basis).Channels.First();
        var inOrder = MatrixFile.Request(new(channel, basis, Oracle.State.InOrder, Oracle.Ask.Right));
        Filed.Permit(DisclosureGate.Decide(inOrder));
        Assert.EndsWith(
            "not-on-file",
            Filed.Reason(DisclosureGate.Decide(inOrder with { File = Filed.File(Filed.Given()) })),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "role.not-for-basis",
            Filed.Reason(DisclosureGate.Decide(inOrder with { Actor = inOrder.Actor with { Role = Role.Helpline } }))
        );
        Assert.Equal(
            "role.not-for-basis",
            Filed.Reason(DisclosureGate.Decide(inOrder with { Actor = inOrder.Actor with { Role = Role.Administrator } }))
        );
    }

    [Fact]
    public void Leak_3_a_consent_pushed_by_a_device_is_neither_saved_nor_relied_on_and_a_revocation_is()
    {
        Assert.Equal(
            "consent.sync.may-only-revoke",
            Assert.Throws<RuleViolationException>(() => Filed.Given(Filed.Terms() with { Origin = ConsentOrigin.DeviceSync })).Rule
        );
        var pushed = Filed.Tampered(Filed.Given(), nameof(Consent.Origin), ConsentOrigin.DeviceSync);
        Assert.Equal("consent.sync.may-only-revoke", Filed.Reason(DisclosureGate.Decide(Filed.Request(Filed.File(pushed)))));
        var consent = Filed.Given();
        Assert.Equal(
            "consent.revoked",
            Filed.Reason(DisclosureGate.Decide(Filed.Request(Filed.File(consent) with { ConsentEnds = [Filed.Ended(consent)] })))
        );
    }

    [Fact]
    public void Leak_3_sync_is_a_channel_like_any_other() =>
        Assert.Equal(
            "channel.not-for-basis",
            Filed.Reason(DisclosureGate.Decide(Filed.Request() with { Channel = DisclosureChannel.Sync }))
        );

    [Fact]
    public void Leak_4_evidence_is_not_purged_however_old()
    {
        var old = Filed.Permit(DisclosureGate.Decide(Filed.Request())).Accounting!;
        var later = Filed.Now.AddYears(20);
        Assert.Empty(DisclosureAccounting.MayBePurged([old], later, new HashSet<Guid> { old.Id }));
        Assert.Single(DisclosureAccounting.MayBePurged([old], later, new HashSet<Guid>()));
    }

    [Fact]
    public void Leak_4_part_2_is_not_switched_off_without_a_reason_and_its_records_stay_protected()
    {
        var on = ProgrammeScope.Set(
            Filed.Id(70),
            Filed.Clinic,
            ProgrammeScopeKind.Part2Programme,
            [],
            null,
            Filed.Now.AddDays(-9),
            Filed.Officer
        );
        Assert.Equal(
            "scope.part2.off.reason",
            Assert
                .Throws<RuleViolationException>(() =>
                    ProgrammeScope.Set(Filed.Id(71), Filed.Clinic, ProgrammeScopeKind.HipaaOnly, [on], "because", Filed.Now, Filed.Officer)
                )
                .Rule
        );
        Assert.Throws<RuleViolationException>(() =>
            ProgrammeScope.Set(Filed.Id(71), Filed.Clinic, ProgrammeScopeKind.Consumer, [], null, Filed.Now, Filed.Officer)
        );
        var off = ProgrammeScope.Set(
            Filed.Id(71),
            Filed.Clinic,
            ProgrammeScopeKind.HipaaOnly,
            [on],
            "the licence of the programme ended",
            Filed.Now,
            Filed.Officer
        );
        Assert.Equal(ProgrammeScopeKind.HipaaOnly, ProgrammeScope.Current([on, off]));
        var file = Filed.File(Filed.Given()) with { Scopes = [on, off] };
        Assert.Contains(RedisclosureNotice.Full, Filed.Permit(DisclosureGate.Decide(Filed.Request(file))).Notices);
    }

    [Fact]
    public void Leak_4_a_rehearsal_lets_nothing_out_and_touches_no_accounting() =>
        Assert.Equal("request.rehearsal", Filed.Reason(DisclosureGate.Decide(Filed.Request() with { IsRehearsal = true })));

    [Fact]
    public void Leak_4_no_free_text_is_kept_in_clear()
    {
        var clear = typeof(Consent)
            .Assembly.GetTypes()
            .Where(t =>
                t.Namespace == typeof(Consent).Namespace
                && (
                    typeof(IPatientRecord).IsAssignableFrom(t)
                    || typeof(IVersioned).IsAssignableFrom(t)
                    || typeof(IAppendOnly).IsAssignableFrom(t)
                )
            )
            .SelectMany(t => t.GetProperties())
            .Where(p => p.PropertyType == typeof(string) && p.SetMethod is not null && !Attribute.IsDefined(p, typeof(EncryptedAttribute)))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}")
            .Distinct();
        Assert.Equal(["KeyDestruction.RetentionSource"], clear);
    }

    [Fact]
    public void Later_found_the_purpose_is_checked_at_every_disclosure() =>
        Assert.Equal(
            "consent.other-purpose",
            Filed.Reason(DisclosureGate.Decide(Filed.Request() with { Purpose = DisclosurePurpose.Payment }))
        );
}
