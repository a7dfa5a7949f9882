using Glidepath.Application.Shared;
using Glidepath.Application.Visits;
using Glidepath.Treatment.Visits;
using Glidepath.Web.Patients;
using Microsoft.AspNetCore.Components;

namespace Glidepath.Web.Visits;

/// <summary>A page with one form about one visit. A visit that the form does not fit is not found.</summary>
public abstract class OneVisitPage : PatientFormPage
{
    [Parameter]
    public Guid VisitId { get; set; }

    [Inject]
    protected VisitsService Visits { get; set; } = null!;

    protected VisitsView? View { get; private set; }

    protected Appointment? Visit { get; private set; }

    protected abstract bool IsFor(Appointment visit);

    protected abstract FormContent Content(Appointment visit);

    protected abstract Task<Saved?> SaveOneAsync(PostedForm form);

    protected override async Task<FormContent?> LoadAsync()
    {
        View = await Visits.ListAsync(PatientId, Cancel);
        Visit = View?.All.FirstOrDefault(a => a.Id == VisitId && IsFor(a));
        return Visit is null ? null : Content(Visit);
    }

    protected override async Task<string?> SaveAsync(PostedForm form) =>
        await SaveOneAsync(form) is { } saved ? Of($"/visits#v-{saved.Id}")
        : Errors.Any ? ""
        : null;

    private protected static Choice Outcome(AppointmentState state) => new(state.ToString(), state.InWords());
}
