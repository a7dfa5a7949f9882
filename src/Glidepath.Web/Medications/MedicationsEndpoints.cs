using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Medications;
using Glidepath.Treatment.Medications;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Medications;

/// <summary>The medication list for other software.</summary>
internal static class MedicationsEndpoints
{
    public static void MapMedicationsApi(this WebApplication app)
    {
        var api = app.MapJson("/api/patients/{id:guid}/medications", "Medications");
        api.MapGet("", async (Guid id, MedicationsService s, CancellationToken stop) => Found((await s.ListAsync(id, stop))?.All))
            .WithName("Medications")
            .WithSummary("What the person takes and took, with how each is known. Benzodiazepines stand first.")
            .Reads(Policies.Clinician);
        Post<MedicationsService, SendMedication>(
            api,
            "",
            "AddMedication",
            Policies.Medicating,
            (s, id, b, once, _, stop) => s.AddAsync(id, b.ToDetails(), once, stop)
        );
        Put<MedicationsService, SendStop>(
            api,
            "/{entry:guid}/stop",
            "StopMedication",
            Policies.Medicating,
            (s, id, e, b, v, stop) => s.StopAsync(id, e, v, b.On, b.Why, stop),
            OneAsync
        );
        Put<MedicationsService, SendReconciled>(
            api,
            "/{entry:guid}/reconciliation",
            "ReconcileMedication",
            Policies.Medicating,
            (s, id, e, _, v, stop) => s.ReconcileAsync(id, e, v, stop),
            OneAsync
        );
    }

    private static async Task<object?> OneAsync(MedicationsService service, Guid id, Guid entry, CancellationToken stop) =>
        (await service.ListAsync(id, stop))?.All.FirstOrDefault(m => m.Id == entry);
}

/// <summary>A medicine as it is told.</summary>
[ValidatableType]
public sealed record SendMedication
{
    [StringLength(200, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Of a benzodiazepine that is taken every day: amounts with a time, such as "0.5 mg morning, 1 mg bedtime".</summary>
    [StringLength(400, MinimumLength = 1)]
    public required string HowTaken { get; init; }

    public bool IsAsNeeded { get; init; }

    public required MedicationSource Source { get; init; }

    /// <summary>2019, 2019-03 or 2019-03-05.</summary>
    [StringLength(10)]
    public string? Since { get; init; }

    [StringLength(200)]
    public string? Prescriber { get; init; }

    [StringLength(1000)]
    public string? Reason { get; init; }

    public MedicationDetails ToDetails() => new(Name, HowTaken, IsAsNeeded, Source, Since, Prescriber, Reason);
}

/// <param name="On">First day without it.</param>
[ValidatableType]
public sealed record SendStop(DateOnly On, [property: StringLength(1000, MinimumLength = 1)] string Why);

/// <summary>Says that it was held against its source and found to be so.</summary>
[ValidatableType]
public sealed record SendReconciled
{
    [AllowedValues(true)]
    public required bool IsRight { get; init; }
}
