using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Patients;

public class PatientTests
{
    [Fact]
    public void One_name_is_enough_and_none_is_not()
    {
        Assert.Equal("Sky", Made.Patient(new() { PreferredName = "Sky" }).DisplayName);
        Assert.Equal("patient.name.missing", Made.RuleOf(() => Made.Patient(new() { FamilyName = " " })));
    }

    [Fact]
    public void The_preferred_name_stands_before_the_given_one() =>
        Assert.Equal(
            "Annie Example",
            Made.Patient(
                new()
                {
                    GivenName = "Ana",
                    PreferredName = "Annie",
                    FamilyName = "Example",
                }
            ).DisplayName
        );

    [Theory]
    [InlineData(2026, 11, 30, 25)]
    [InlineData(2026, 12, 1, 26)]
    public void Age_is_counted_in_full_years(int year, int month, int day, int age) =>
        Assert.Equal(age, Made.Patient(new() { GivenName = "Ana", DateOfBirth = new(2000, 12, 1) }).AgeOn(new(year, month, day)));

    [Fact]
    public void An_unknown_date_of_birth_gives_no_age() => Assert.Null(Made.Patient().AgeOn(Made.Day));

    [Fact]
    public void Nothing_is_permitted_before_it_was_asked()
    {
        var preferences = Made.Patient().Preferences;
        Assert.All(Enum.GetValues<Channel>(), channel => Assert.False(preferences.May(channel)));
        Assert.True(preferences.IsDiscreet);
    }

    [Fact]
    public void Preferences_come_back_as_they_were_given()
    {
        var patient = Made.Patient();
        var asked = new CommunicationPreferences
        {
            TextMessage = Answer.Yes,
            Call = Answer.No,
            PhonePrivacy = PhonePrivacy.OthersCanSee,
            WhoCanSeeThePhone = "my partner has the code",
        };
        patient.Prefer(asked);
        Assert.Equal(asked, patient.Preferences);
        Assert.True(patient.Preferences.May(Channel.TextMessage));
        Assert.False(patient.Preferences.May(Channel.Call));
    }

    [Fact]
    public void Plain_wording_needs_a_phone_that_only_the_person_sees()
    {
        Assert.False(new CommunicationPreferences { PlainWording = true, PhonePrivacy = PhonePrivacy.OnlyThePerson }.IsDiscreet);
        Assert.True(new CommunicationPreferences { PlainWording = true, PhonePrivacy = PhonePrivacy.NotKnown }.IsDiscreet);
    }

    [Theory]
    [InlineData("Your clonazepam is ready")]
    [InlineData("See you at the Clinic on Monday")]
    [InlineData("About your withdrawal plan")]
    public void A_message_for_a_contact_that_tells_is_refused(string text) =>
        Assert.Equal(
            "contact.message.not-neutral",
            Made.RuleOf(() => Contact.Add(Guid.NewGuid(), Guid.NewGuid(), new() { Name = "Bo", MessageText = text }, Made.Now, Made.Staff))
        );

    [Fact]
    public void The_default_message_is_neutral()
    {
        Assert.Empty(NeutralMessage.TellingWords(NeutralMessage.Default));
        Assert.Equal(
            NeutralMessage.Default,
            Contact.Add(Guid.NewGuid(), Guid.NewGuid(), new() { Name = "Bo" }, Made.Now, Made.Staff).MessageText
        );
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_and_nothing_is_changed()
    {
        var patient = Made.Patient();
        Assert.Equal(
            "patient.phone.too-long",
            Made.RuleOf(() => patient.Change(new() { GivenName = "Other", Phone = new string('1', 201) }))
        );
        Assert.Equal("Ana", patient.GivenName);
    }

    [Fact]
    public void A_member_is_on_the_team_from_the_first_to_the_last_day()
    {
        var member = CareTeamMember.Join(Guid.NewGuid(), Made.Episode(), Made.Staff, CareTeamRole.Nurse, Made.Day);
        member.Leave(Made.Day.AddDays(2));
        Assert.Equal([false, true, true, true, false], Enumerable.Range(-1, 5).Select(d => member.IsOn(Made.Day.AddDays(d))));
        Assert.Equal("care-team.leave.already-left", Made.RuleOf(() => member.Leave(Made.Day.AddDays(3))));
    }

    [Fact]
    public void An_end_on_the_team_can_be_brought_forward_and_who_joined_today_can_be_taken_off_at_once()
    {
        var member = CareTeamMember.Join(Guid.NewGuid(), Made.Episode(), Made.Staff, CareTeamRole.Nurse, Made.Day);
        member.Leave(Made.Day.AddDays(30));
        Assert.True(member.IsOn(Made.Day));
        Assert.Equal("care-team.leave.before-joining", Made.RuleOf(() => member.Leave(Made.Day.AddDays(-2))));
        member.Leave(Made.Day.AddDays(-1));
        Assert.False(member.IsOn(Made.Day));
    }
}
