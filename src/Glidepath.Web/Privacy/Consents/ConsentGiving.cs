using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Privacy.Consents;

/// <summary>From the form to the record, for staff and for the patient.</summary>
internal static class ConsentGiving
{
    /// <returns>False where something must be mended, or the person is no longer to be seen.</returns>
    public static async Task<bool> TryAsync(
        ConsentService consents,
        ConsentFile file,
        ConsentForm form,
        bool byPatient,
        FieldErrors errors,
        CancellationToken cancellationToken
    )
    {
        var account = await consents.FamilyAccountAsync(form["family-account"], cancellationToken);
        // Only staff are told: to a patient the answer would say who has a family account here, and so whose relative is in treatment.
        if (!byPatient && form["family-account"] is not null && account is null)
            errors.Add("family-account", ConsentsText.T["NoFamilyAccountHasThisUserNameAskThemHow"]);
        var terms = form.Terms(file.PatientId, file.PatientName, file.Programme, byPatient, account, file.Today);
        ConsentForm.Say(ConsentService.Missing(terms, file), errors);
        // Family reads no message, whatever a consent names (RolePermissions): a form that says so would promise what is not kept.
        if (terms is { RecipientClasses: RecipientClass.Family } && terms.Categories.HasFlag(InformationCategory.Messages))
            errors.Add("categories", ConsentsText.T["FamilyDoesNotSeeYourMessages"]);
        return !errors.Any && await consents.GiveAsync(file.PatientId, terms, null, cancellationToken) is not null;
    }
}
