using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

public class AccessPolicyTests
{
    private static readonly DataClass[] OfTheRecord = [.. InformationCategories.Each(InformationCategories.All).Select(DataClasses.Of)];

    private static bool Allowed(
        Role role,
        DataClass dataClass,
        AccessAction action = AccessAction.Read,
        Guid? account = null,
        PatientRelation? relation = null
    ) =>
        AccessPolicy
            .Decide(new(account ?? Filed.Therapist, role), relation ?? new() { File = Filed.File() }, action, dataClass, Filed.Now)
            .IsAllowed;

    [Fact]
    public void Every_category_has_its_data_class_and_back() =>
        Assert.All(InformationCategories.Each(InformationCategories.All), c => Assert.Equal(c, DataClasses.Category(DataClasses.Of(c))));

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Director)]
    [InlineData(Role.None)]
    [InlineData((Role)99)]
    public void Administrators_and_directors_read_no_record_even_on_a_care_team(Role role) =>
        Assert.All(OfTheRecord, d => Assert.All(Enum.GetValues<AccessAction>(), a => Assert.False(Allowed(role, d, a))));

    [Theory]
    [InlineData(Role.Prescriber)]
    [InlineData(Role.Nurse)]
    [InlineData(Role.Therapist)]
    [InlineData(Role.Counsellor)]
    public void A_clinician_reads_on_the_care_team_and_not_off_it(Role role)
    {
        Assert.True(Allowed(role, DataClass.Medications));
        Assert.All(Enum.GetValues<DataClass>(), d => Assert.False(Allowed(role, d, account: Filed.Stranger)));
    }

    [Fact]
    public void The_account_of_a_person_is_kept_by_who_treats_them_and_by_nobody_else()
    {
        foreach (var role in Enum.GetValues<Role>())
        foreach (var action in new[] { AccessAction.Read, AccessAction.Write })
        {
            Assert.Equal(Clinicians.Roles.Contains(role), Allowed(role, DataClass.Accounts, action));
            Assert.False(Allowed(role, DataClass.Accounts, action, Filed.Stranger));
        }
    }

    [Fact]
    public void A_patient_reads_their_own_record_and_no_other()
    {
        Assert.True(Allowed(Role.Patient, DataClass.TaperPlan, account: Filed.PatientAccount));
        Assert.All(Enum.GetValues<DataClass>(), d => Assert.False(Allowed(Role.Patient, d, account: Filed.Stranger)));
    }

    [Fact]
    public void Family_reads_what_a_live_consent_lists_and_nothing_after_it_ends()
    {
        var consent = Filed.Given(Filed.ForSister());
        var live = new PatientRelation { File = Filed.File(consent) };
        var ended = new PatientRelation { File = Filed.File(consent) with { ConsentEnds = [Filed.Ended(consent)] } };
        var read = OfTheRecord.Where(d => Allowed(Role.Family, d, account: Filed.Sister, relation: live));
        Assert.Equal(Filed.Covered, read.Aggregate(InformationCategory.None, (all, d) => all | DataClasses.Category(d)));
        Assert.All(OfTheRecord, d => Assert.False(Allowed(Role.Family, d, account: Filed.Sister, relation: ended)));
        Assert.All(OfTheRecord, d => Assert.False(Allowed(Role.Family, d, account: Filed.Stranger, relation: live)));
        Assert.All(OfTheRecord, d => Assert.False(Allowed(Role.Family, d, AccessAction.Write, Filed.Sister, live)));
    }

    [Fact]
    public void The_helpline_sees_the_enquiry_and_nothing_later()
    {
        var enquiry = new PatientRelation { File = Filed.File(), IsEnquiry = true };
        Assert.True(Allowed(Role.Helpline, DataClass.Contact, relation: enquiry));
        Assert.False(Allowed(Role.Helpline, DataClass.Medications, relation: enquiry));
        Assert.All(Enum.GetValues<DataClass>(), d => Assert.False(Allowed(Role.Helpline, d)));
    }

    [Fact]
    public void The_helpline_plans_the_first_visit_of_an_enquiry_and_sees_no_visit_once_care_has_begun()
    {
        var enquiry = new PatientRelation { File = Filed.File(), IsEnquiry = true };
        var kept = new PatientRelation { File = Filed.File(), IsFollowedUp = true };
        foreach (var action in new[] { AccessAction.Read, AccessAction.Write })
        {
            Assert.True(Allowed(Role.Helpline, DataClass.Appointments, action, relation: enquiry));
            Assert.False(Allowed(Role.Helpline, DataClass.Appointments, action, relation: kept));
            Assert.False(Allowed(Role.Director, DataClass.Appointments, action, relation: enquiry));
        }
    }

    [Fact]
    public void The_helpline_learns_of_an_inquiry_alone_that_records_are_of_one_person()
    {
        var inquiry = new PatientRelation { File = Filed.File(), IsEnquiry = true };
        Assert.True(Allowed(Role.Helpline, DataClass.RecordLinks, relation: inquiry));
        Assert.False(Allowed(Role.Helpline, DataClass.RecordLinks, AccessAction.Write, relation: inquiry));
        Assert.False(Allowed(Role.Helpline, DataClass.RecordLinks));
        // Merged into a record of somebody in care: what was told on the telephone is no longer an inquiry.
        var merged = inquiry with
        {
            GoesOn = new PatientRelation { File = Filed.File() },
        };
        Assert.All(Enum.GetValues<DataClass>(), d => Assert.False(Allowed(Role.Helpline, d, relation: merged)));
        Assert.True(Allowed(Role.Helpline, DataClass.Contact, relation: inquiry with { GoesOn = inquiry }));
    }

    [Fact]
    public void The_front_desk_reads_who_comes_and_how_to_reach_them_while_care_is_open_and_nothing_of_the_care()
    {
        var open = new PatientRelation { File = Filed.File(), IsOpen = true };
        Assert.Equal(
            [DataClass.Demographics, DataClass.Contact, DataClass.PresenceInTreatment, DataClass.Appointments, DataClass.Accounts],
            Enum.GetValues<DataClass>().Where(d => Allowed(Role.FrontDesk, d, relation: open))
        );
        Assert.Equal(
            [DataClass.Demographics, DataClass.Contact, DataClass.Appointments, DataClass.Accounts],
            Enum.GetValues<DataClass>().Where(d => Allowed(Role.FrontDesk, d, AccessAction.Write, relation: open))
        );
        foreach (var action in new[] { AccessAction.Export, AccessAction.Decide })
            Assert.All(Enum.GetValues<DataClass>(), d => Assert.False(Allowed(Role.FrontDesk, d, action, relation: open)));
        // Neither on a care team, nor once care has ended, nor of a record that was merged into one whose care has.
        foreach (
            var closed in new[]
            {
                new PatientRelation { File = Filed.File() },
                open with
                {
                    GoesOn = new() { File = Filed.File() },
                },
            }
        )
            Assert.All(Enum.GetValues<DataClass>(), d => Assert.False(Allowed(Role.FrontDesk, d, relation: closed)));
        // Open care opens a record to nobody else.
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not Role.FrontDesk and not Role.PrivacyOfficer))
            Assert.All(OfTheRecord, d => Assert.False(Allowed(role, d, account: Filed.Stranger, relation: open)));
    }

    [Fact]
    public void A_restriction_holds_at_the_front_desk_too()
    {
        var restriction = Restriction.Request(
            Filed.Id(60),
            Filed.Patient,
            InformationCategory.Contact,
            Filed.Now,
            recipientPartyId: Filed.Stranger
        );
        restriction.Agree(Filed.Officer, Filed.Now);
        var open = new PatientRelation { File = Filed.File() with { Restrictions = [restriction] }, IsOpen = true };
        Assert.False(Allowed(Role.FrontDesk, DataClass.Contact, account: Filed.Stranger, relation: open));
        Assert.True(Allowed(Role.FrontDesk, DataClass.Demographics, account: Filed.Stranger, relation: open));
    }

    [Fact]
    public void Only_the_privacy_officer_writes_which_records_are_of_one_person()
    {
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(role is Role.PrivacyOfficer, Allowed(role, DataClass.RecordLinks, AccessAction.Write));
    }

    [Fact]
    public void The_helpline_keeps_name_safe_contact_and_referral_while_it_follows_up_and_nothing_else()
    {
        var kept = new PatientRelation { File = Filed.File(), IsFollowedUp = true };
        Assert.Equal(
            [DataClass.Demographics, DataClass.Contact, DataClass.Referrals],
            Enum.GetValues<DataClass>().Where(d => Allowed(Role.Helpline, d, relation: kept))
        );
        Assert.Equal(
            [DataClass.Referrals],
            Enum.GetValues<DataClass>().Where(d => Allowed(Role.Helpline, d, AccessAction.Write, relation: kept))
        );
        Assert.All(OfTheRecord, d => Assert.False(Allowed(Role.Director, d, relation: kept)));
    }

    [Fact]
    public void The_director_reads_the_name_of_a_person_whom_nobody_treats()
    {
        var nobodys = new PatientRelation { File = Filed.File() with { CareTeam = new HashSet<Guid>() }, HasNoClinician = true };
        Assert.Equal([DataClass.Demographics], OfTheRecord.Where(d => Allowed(Role.Director, d, relation: nobodys)));
        Assert.All(OfTheRecord, d => Assert.False(Allowed(Role.Director, d, AccessAction.Write, relation: nobodys)));
        Assert.All(OfTheRecord, d => Assert.False(Allowed(Role.Administrator, d, relation: nobodys)));
    }

    [Theory]
    [InlineData(Role.Prescriber)]
    [InlineData(Role.Nurse)]
    [InlineData(Role.Therapist)]
    [InlineData(Role.Counsellor)]
    public void Whoever_was_asked_to_treat_a_person_reads_who_it_is_and_may_answer_and_nobody_else(Role role)
    {
        var asked = new PatientRelation
        {
            File = Filed.File(),
            Proposed = new HashSet<Guid> { Filed.Stranger },
        };
        Assert.Equal(
            [DataClass.Demographics, DataClass.Contact, DataClass.PresenceInTreatment, DataClass.Enquiry],
            Enum.GetValues<DataClass>().Where(d => Allowed(role, d, account: Filed.Stranger, relation: asked))
        );
        Assert.Equal(
            [DataClass.Enquiry],
            Enum.GetValues<DataClass>().Where(d => Allowed(role, d, AccessAction.Write, Filed.Stranger, asked))
        );
        Assert.All(Enum.GetValues<DataClass>(), d => Assert.False(Allowed(role, d, account: Filed.Id(55), relation: asked)));
    }

    [Fact]
    public void Nurses_record_medicines_and_only_prescribers_write_a_taper()
    {
        foreach (var role in Clinicians.Roles)
        {
            Assert.Equal(role is Role.Prescriber or Role.Nurse, Allowed(role, DataClass.Medications, AccessAction.Write));
            Assert.Equal(role is Role.Prescriber, Allowed(role, DataClass.TaperPlan, AccessAction.Write));
        }
    }

    [Fact]
    public void A_broken_glass_opens_one_record_to_one_clinician_for_reading_while_it_lasts()
    {
        var grant = BreakGlass.Open(Filed.Id(10), Filed.Patient, new(Filed.Stranger, Role.Nurse), "covering for a colleague", Filed.Now);
        var relation = new PatientRelation { File = Filed.File() with { BreakGlass = [grant] } };
        var opened = AccessPolicy.Decide(new(Filed.Stranger, Role.Nurse), relation, AccessAction.Read, DataClass.Medications, Filed.Now);
        Assert.Equal((true, grant.Id), (opened.IsAllowed, opened.ByBreakGlass));
        Assert.False(Allowed(Role.Nurse, DataClass.Medications, AccessAction.Write, Filed.Stranger, relation));
        Assert.False(Allowed(Role.Nurse, DataClass.CounsellingNotes, account: Filed.Stranger, relation: relation));
        Assert.False(Allowed(Role.Nurse, DataClass.Medications, account: Filed.Id(55), relation: relation));
        Assert.False(
            AccessPolicy
                .Decide(new(Filed.Stranger, Role.Nurse), relation, AccessAction.Read, DataClass.Medications, Filed.Now.AddMinutes(60))
                .IsAllowed
        );
    }

    [Fact]
    public void Counselling_notes_are_read_by_their_writer_alone()
    {
        var own = new PatientRelation { File = Filed.File(), NotesWrittenBy = Filed.Therapist };
        Assert.True(Allowed(Role.Therapist, DataClass.CounsellingNotes, relation: own));
        Assert.False(Allowed(Role.Therapist, DataClass.CounsellingNotes, AccessAction.Export, relation: own));
        Assert.False(Allowed(Role.Therapist, DataClass.CounsellingNotes));
        Assert.False(Allowed(Role.Prescriber, DataClass.CounsellingNotes, relation: own));
        Assert.False(Allowed(Role.Patient, DataClass.CounsellingNotes, account: Filed.PatientAccount));
    }

    [Fact]
    public void An_agreed_restriction_holds_within_the_care_team()
    {
        var restriction = Restriction.Request(
            Filed.Id(60),
            Filed.Patient,
            InformationCategory.Diagnoses,
            Filed.Now,
            recipientPartyId: Filed.Therapist
        );
        restriction.Agree(Filed.Officer, Filed.Now);
        var relation = new PatientRelation { File = Filed.File() with { Restrictions = [restriction] } };
        Assert.False(Allowed(Role.Therapist, DataClass.Diagnoses, relation: relation));
        Assert.True(Allowed(Role.Therapist, DataClass.Medications, relation: relation));
    }

    [Fact]
    public void What_has_no_row_is_denied()
    {
        foreach (var role in Enum.GetValues<Role>())
        foreach (var dataClass in Enum.GetValues<DataClass>().Append((DataClass)999))
        foreach (var action in Enum.GetValues<AccessAction>().Append((AccessAction)99))
            if (
                dataClass != DataClass.CounsellingNotes
                && !RolePermissions.All.Any(p => p.Role == role && p.DataClasses.Contains(dataClass) && p.Actions.Contains(action))
            )
                Assert.False(Allowed(role, dataClass, action));
    }
}
