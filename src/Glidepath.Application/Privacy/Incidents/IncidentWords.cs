using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

/// <summary>The words of the registers of incidents and complaints, in English.</summary>
internal static class IncidentWords
{
    /// <summary>What has to be done.</summary>
    public static string ToDo(IncidentStepKind kind) =>
        kind switch
        {
            IncidentStepKind.IndividualsNotified => "Notify the individuals",
            IncidentStepKind.HhsNotified => "Report to HHS",
            IncidentStepKind.MediaNotified => "Notify the media",
            IncidentStepKind.Closed => "Close the incident",
            IncidentStepKind.None => "",
        };

    public static string Done(IncidentStepKind kind) =>
        kind switch
        {
            IncidentStepKind.IndividualsNotified => "Individuals notified",
            IncidentStepKind.HhsNotified => "Reported to HHS",
            IncidentStepKind.MediaNotified => "Media notified",
            IncidentStepKind.Closed => "Closed",
            IncidentStepKind.None => "",
        };

    public static string Decision(BreachDecision decision) =>
        decision switch
        {
            BreachDecision.Breach => "Breach",
            BreachDecision.LowProbability => "No breach: low probability of compromise",
            BreachDecision.Exception => "No breach: an exception applies",
            BreachDecision.None => "Not assessed: counts as a breach",
        };

    public static readonly Choice[] Decisions =
    [
        new(nameof(BreachDecision.Breach), "A breach"),
        new(nameof(BreachDecision.LowProbability), "A low probability that the data was compromised (164.402(2))"),
        new(nameof(BreachDecision.Exception), "An exception (164.402(1))"),
    ];

    public static readonly Choice[] Exceptions =
    [
        new(nameof(BreachExemption.GoodFaithAccess), "(i) Workforce, in good faith and within their authority, no further use"),
        new(nameof(BreachExemption.BetweenAuthorized), "(ii) Between two people authorized to see it, no further use"),
        new(nameof(BreachExemption.CouldNotRetain), "(iii) The recipient could not have retained it"),
    ];

    public static readonly Choice[] DelayForms =
    [
        new(nameof(DelayForm.Written), "In writing, and it names the time"),
        new(nameof(DelayForm.Oral), "Orally"),
    ];

    public static readonly Choice[] Ways =
    [
        new(nameof(ComplaintWay.InPerson), "In person"),
        new(nameof(ComplaintWay.Telephone), "By telephone"),
        new(nameof(ComplaintWay.Letter), "By letter"),
        new(nameof(ComplaintWay.Email), "By e-mail"),
        new(nameof(ComplaintWay.SentOn), "Sent on by HHS, a State or another organization"),
    ];

    public static string Left(int days) =>
        days switch
        {
            < 0 => ApplicationText.T.Count("DaysOverdue", -days),
            0 => Terms.Of("Due today"),
            _ => ApplicationText.T.Count("DaysLeft", days),
        };
}
