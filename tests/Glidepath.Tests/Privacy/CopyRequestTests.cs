using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

/// <summary>A copy goes to a patient by the officer's hand only where it was asked for, and what was asked for.</summary>
public sealed class CopyRequestTests
{
    [Fact]
    public void The_officer_hands_over_what_a_request_on_file_asks_for_and_nothing_without_one()
    {
        var copy = Asked();
        var request = Filed.Request(Filed.File() with { CopyRequests = [copy] }, copy.Id) with
        {
            Basis = DisclosureBasis.PatientAccess,
            Channel = DisclosureChannel.Print,
            Actor = new(Filed.Officer, Role.PrivacyOfficer),
            Recipient = new("the patient", RecipientClass.Patient, Filed.Patient),
            Purpose = DisclosurePurpose.AtPatientsRequest,
            Categories = InformationCategories.All,
        };
        Assert.Equal(InformationCategory.Medications, Filed.Permit(DisclosureGate.Decide(request)).Categories);
        Assert.Equal("copy-request.not-on-file", Reason(request with { Reference = null }));
        Assert.Equal("copy-request.not-on-file", Reason(request with { Reference = Filed.Id(77) }));
        Assert.Equal(
            "copy-request.not-on-file",
            Reason(request with { File = Filed.File() with { CopyRequests = [Asked(Filed.OtherPatient)] } })
        );
        copy.CopyMade(Filed.Now, Filed.Officer);
        Filed.Permit(DisclosureGate.Decide(request with { Now = Filed.Now + CopyRequest.MoreCopiesFor - TimeSpan.FromMinutes(1) }));
        Assert.Equal("copy-request.answered", Reason(request with { Now = Filed.Now + CopyRequest.MoreCopiesFor }));
        var denied = Asked();
        denied.End(CopyOutcome.Denied, "it was made for a court case", Filed.Now, Filed.Officer);
        Assert.Equal("copy-request.answered", Reason(request with { File = Filed.File() with { CopyRequests = [denied] } }));
    }

    [Fact]
    public void It_is_due_in_thirty_days_and_once_in_thirty_more_with_a_reason()
    {
        var copy = Asked();
        Assert.Equal(Filed.Today.AddDays(30), copy.DueOn);
        Refused("copy.extension-reason", () => copy.Extend("busy", Filed.Now, TimeZoneInfo.Utc));
        copy.Extend("the paper charts are in an archive", Filed.Now, TimeZoneInfo.Utc);
        Assert.Equal(Filed.Today.AddDays(60), copy.DueOn);
        Refused("copy.extended", () => copy.Extend("the archive is closed this week", Filed.Now, TimeZoneInfo.Utc));
        var late = Asked();
        Refused("copy.extend-late", () => late.Extend("the paper charts are in an archive", Filed.Now.AddDays(31), TimeZoneInfo.Utc));
    }

    [Fact]
    public void It_is_answered_once_and_never_dated_ahead()
    {
        var copy = Asked();
        copy.End(CopyOutcome.Withdrawn, null, Filed.Now, Filed.Officer);
        Refused("copy.answered", () => copy.End(CopyOutcome.Denied, "it was made for a court case", Filed.Now, Filed.Officer));
        copy.CopyMade(Filed.Now, Filed.Officer);
        Assert.Equal(CopyOutcome.Withdrawn, copy.Outcome);
        Refused("copy.outcome", () => Asked().End(CopyOutcome.Given, null, Filed.Now, Filed.Officer));
        Refused(
            "copy.asked",
            () =>
                CopyRequest.Receive(
                    Filed.Id(70),
                    Filed.Patient,
                    Terms() with
                    {
                        AskedOn = Filed.Today.AddDays(1),
                    },
                    Filed.Now,
                    Filed.Officer,
                    TimeZoneInfo.Utc
                )
        );
    }

    private static CopyTerms Terms() =>
        new()
        {
            AskedOn = Filed.Today,
            AskedBy = CopyAsker.Patient,
            Categories = InformationCategory.Medications,
            Form = CopyForm.Paper,
        };

    private static CopyRequest Asked(Guid? patient = null) =>
        CopyRequest.Receive(Filed.Id(70), patient ?? Filed.Patient, Terms(), Filed.Now, Filed.Officer, TimeZoneInfo.Utc);

    private static string Reason(DisclosureRequest request) => Filed.Reason(DisclosureGate.Decide(request));

    private static void Refused(string rule, Action work) => Assert.Equal(rule, Assert.Throws<RuleViolationException>(work).Rule);
}
