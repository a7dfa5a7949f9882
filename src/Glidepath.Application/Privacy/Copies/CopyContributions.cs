using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Privacy;

/// <summary>Patients' requests for a copy of their record (45 CFR 164.524).</summary>
internal static class CopyContributions
{
    public static IServiceCollection AddCopies(this IServiceCollection services) => services.HandOver(Due).HandOver(Names).HandOver(NoRow);

    private static readonly TodayRegister Due = TodayRegister.Of<CopyRequest>(
        ("t-copies", "Requests for a copy", "Patients who asked for their record", "Answer", Role.PrivacyOfficer),
        new("RequestsForACopyWait"),
        all => all.Where(c => c.Outcome == CopyOutcome.None).OrderBy(c => c.DueOn),
        (c, _) =>
            new(
                c,
                c.PatientId,
                T["AskedWord", c.AskedOn.Day()],
                T["AnswerBy", c.DueOn.Day()],
                c.ExtendedOn is null ? CopyRequest.Answer.Section : CopyRequest.Extension.Section,
                "/privacy/copies"
            )
    );

    private static readonly RecordName[] Names = [new(typeof(CopyRequest), "your requests for a copy of your record")];

    private static readonly LeftOut[] NoRow =
    [
        new(RecordList.Pages, "The privacy officer has it in a register.", typeof(CopyRequest)),
        new(RecordList.Timeline, "It is in a register of the privacy officer.", typeof(CopyRequest)),
        new(RecordList.Demo, "It comes from an event that the person who shows the demo makes themselves.", typeof(CopyRequest)),
        new(RecordList.Copy, "What was handed over under it is in the list of disclosures.", typeof(CopyRequest)),
    ];
}
