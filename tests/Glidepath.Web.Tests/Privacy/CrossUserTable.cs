using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>How to ask for what belongs to somebody else.</summary>
/// <param name="As">Somebody who may use the route, but is not on this patient's care team and is not this patient.</param>
/// <param name="Call">A request about the person of this id; the same for an id that nobody has.</param>
public sealed record CrossUserCall(Role As, Func<Guid, HttpRequestMessage> Call);

/// <summary>
/// Every route with {patientId}, and all under /me and /family that need a sign-in: one line each, written as the route stands in the endpoint. The census calls it as a
/// stranger to the record, once for a person who exists and once for one who does not; the answers must not differ.
/// </summary>
public static class CrossUserTable
{
    public static readonly Dictionary<string, CrossUserCall> Calls = new(StringComparer.OrdinalIgnoreCase)
    {
        // ["/patients/{patientId:guid}"] = Get(Role.Prescriber, id => $"/patients/{id}"),
        // ["/me/plan"] = Own("/me/plan"),
    };

    /// <summary>Still without a line above: some have a cross-user test in their own area's folder, some have none yet. A new route may not be added here; a line that comes above goes from here.</summary>
    public static readonly HashSet<string> NotYet = new(StringComparer.OrdinalIgnoreCase)
    {
        "/api/patients/{patientId:guid}/assessments/",
        "/api/patients/{patientId:guid}/assessments/{entryId:guid}",
        "/api/patients/{patientId:guid}/break-glass",
        "/api/patients/{patientId:guid}/consents",
        "/api/patients/{patientId:guid}/consents/{consentId:guid}/revoke",
        "/api/patients/{patientId:guid}/disclosures",
        "/api/patients/{patientId:guid}/intake/",
        "/api/patients/{patientId:guid}/intake/check",
        "/api/patients/{patientId:guid}/intake/{part}",
        "/api/patients/{patientId:guid}/safety-steps/{stepId:guid}/",
        "/api/patients/{patientId:guid}/safety-steps/{stepId:guid}/actions",
        "/api/patients/{patientId:guid}/safety-steps/{stepId:guid}/close",
        "/family/updates",
        "/me/assessments",
        "/me/assessments/{Slug}",
        "/me/assessments/{Slug}/done",
        "/me/assessments/{Slug}/done/{StepId:guid}",
        "/me/consents",
        "/me/consents/give",
        "/me/consents/{consentId:guid}",
        "/me/disclosures",
        "/me/record",
        "/me/record/file",
        "/me/who-looked",
        "/patients/{PatientId:guid}",
        "/patients/{PatientId:guid}/admit/check",
        "/patients/{PatientId:guid}/admit/door",
        "/patients/{PatientId:guid}/admit/reach",
        "/patients/{PatientId:guid}/assessments",
        "/patients/{PatientId:guid}/assessments/{Slug}",
        "/patients/{PatientId:guid}/assessments/{Slug}/again/{EntryId:guid}",
        "/patients/{PatientId:guid}/assessments/{Slug}/{EntryId:guid}",
        "/patients/{PatientId:guid}/care-team",
        "/patients/{PatientId:guid}/contacts",
        "/patients/{PatientId:guid}/contacts/{ContactId:guid}",
        "/patients/{PatientId:guid}/details",
        "/patients/{PatientId:guid}/door",
        "/patients/{PatientId:guid}/door/letter",
        "/patients/{PatientId:guid}/door/one",
        "/patients/{PatientId:guid}/door/two",
        "/patients/{PatientId:guid}/door/two/note",
        "/patients/{PatientId:guid}/door/two/talk",
        "/patients/{PatientId:guid}/episode",
        "/patients/{PatientId:guid}/intake",
        "/patients/{PatientId:guid}/intake/check",
        "/patients/{PatientId:guid}/intake/{Slug}",
        "/patients/{PatientId:guid}/now/{StepId:guid}",
        "/patients/{PatientId:guid}/problems",
        "/patients/{PatientId:guid}/reach",
        "/patients/{PatientId:guid}/setting",
        "/patients/{patientId:guid}/consents",
        "/patients/{patientId:guid}/consents/give",
        "/patients/{patientId:guid}/consents/{consentId:guid}",
        "/patients/{patientId:guid}/share",
        "/patients/{patientId:guid}/share/file",
        "/patients/{patientId:guid}/summary",
    };

    public static CrossUserCall Get(Role role, Func<Guid, string> address) => new(role, id => new HttpRequestMessage(HttpMethod.Get, address(id)));

    /// <param name="body">What would be accepted, were it one's own.</param>
    public static CrossUserCall Post(Role role, Func<Guid, string> address, Func<HttpContent>? body = null) => new(role, id => new HttpRequestMessage(HttpMethod.Post, address(id)) { Content = body?.Invoke() });

    /// <summary>A route that names nobody, since it is about whoever is signed in: a person of another role finds nothing there.</summary>
    public static CrossUserCall Own(string address) => new(Role.None, id => new HttpRequestMessage(HttpMethod.Get, id == Guid.Empty ? "/no-such-address" : address));
}
