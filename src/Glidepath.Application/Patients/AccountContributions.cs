using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>The accounts of people in care: the service, and its rows in the lists of a record.</summary>
internal static class AccountContributions
{
    public static IServiceCollection AddPatientAccounts(this IServiceCollection services) =>
        services.AddScoped<PatientAccounts>().HandOver(OnTimeline).HandOver(InCopy).HandOver(InDemo).HandOver(Names).HandOver(NoRow);

    private static readonly RecordName Names = new(typeof(AccountStep), "your account here");

    private static readonly TimelineRows OnTimeline = TimelineRows.Of<AccountStep>(
        (s, person) =>
            new(s.Id, HappeningKind.Decision, person.DayOf(s.RecordedAt), s.RecordedAt, s.RecordedBy, s.Kind.InWords(), s.Detail())
    );

    private static readonly CopySection InCopy = new(
        InformationCategory.PresenceInTreatment,
        "Your account here",
        ["Day", "What", "How or why"],
        CopyRows.One<AccountStep>(
            s => s.RecordedAt,
            (s, person) => [CopyText.Day(person.DayOf(s.RecordedAt)), s.Kind.InWords(), s.Detail()]
        )
    )
    {
        IsOwn = true,
        // Who gave a code to whom is no category that could be let out to others.
        Opens = DataClass.Accounts,
    };

    /// <summary>The person whose account the demo signs in with.</summary>
    private static readonly DemoEntries InDemo = DemoEntries.One(
        new Dictionary<string, IdentityCheck> { ["first-cut-made"] = IdentityCheck.KnownInPerson },
        (person, check) =>
            AccountStep.Code(
                Guid.CreateVersion7(),
                person.Patient.Id,
                person.Staff[Role.Patient].Id,
                AccountStepKind.Invited,
                check,
                person.At(person.CameDaysAgo),
                person.Staff[Role.Nurse].Id
            )
    );

    private static readonly LeftOut NoRow = new(
        RecordList.Today,
        "A code waits for the person, and for nobody at work.",
        typeof(AccountStep)
    );

    /// <summary>What was done, on the time line and in the copy.</summary>
    internal static string InWords(this AccountStepKind kind) =>
        kind switch
        {
            AccountStepKind.Invited => T["InvitedToAnAccount"],
            AccountStepKind.NewSlip => T["NewCodeForTheAccount"],
            AccountStepKind.NewCodeAsked => T["NewCodeForTheAccountAskedFor"],
            AccountStepKind.Ended => T["AccountEnded"],
        };

    internal static string InWords(this IdentityCheck check) =>
        check switch
        {
            IdentityCheck.None => T["NotChecked"],
            IdentityCheck.KnownInPerson => T["KnownInPerson"],
            IdentityCheck.PhotoIdentification => T["PhotoIdSeen"],
            IdentityCheck.TwoFactsByPhone => T["TwoFactsAskedByPhone"],
        };

    internal static string? Detail(this AccountStep step) => step.Why ?? T["WhoItIsChecked", step.Check.InWords()];
}
