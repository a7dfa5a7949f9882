using Glidepath.Application.Assessments;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Assessments;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Assessments;

/// <param name="Instrument">The word of the address: a1 to a11.</param>
/// <param name="On">The day that it speaks of.</param>
/// <param name="Answers">By item id. An item that is left out is unanswered, and never zero.</param>
/// <param name="Amends">The entry that this replaces; then a reason is needed.</param>
public sealed record NewAssessment(
    string Instrument,
    DateOnly On,
    IReadOnlyDictionary<string, int> Answers,
    Guid? Amends = null,
    string? Reason = null
);

public sealed record AssessmentDocument(
    Guid Id,
    string Instrument,
    int Version,
    DateOnly On,
    AnsweredBy AnsweredBy,
    IReadOnlyDictionary<string, int> Answers,
    int? Total,
    string? Band,
    bool IsProrated,
    IReadOnlyList<string> Missing,
    Guid? SafetyStepId,
    Guid? Amends,
    string? AmendmentReason,
    DateTime RecordedAt,
    Guid RecordedBy
)
{
    public static AssessmentDocument Of(ScoredAssessment e) =>
        new(
            e.Id,
            InstrumentSlugs.Of(e.InstrumentId),
            e.InstrumentVersion,
            e.On,
            e.AnsweredBy,
            e.Answers,
            e.Total,
            e.BandName,
            e.IsProrated,
            e.Missing,
            e.SafetyStepId,
            e.AmendsId,
            e.AmendmentReason,
            e.RecordedAt,
            e.RecordedBy
        );
}

public sealed record DueDocument(string Instrument, DateOnly DueOn, int DaysOverdue, string Why);

public sealed record OfferedDocument(
    string Instrument,
    string Title,
    string Lead,
    string Wording,
    string Licence,
    string Citation,
    string Confidence,
    IReadOnlyList<Item> Items
);

public sealed record AssessmentsDocument(
    IReadOnlyList<DueDocument> Due,
    IReadOnlyList<AssessmentDocument> Entries,
    IReadOnlyList<OfferedDocument> Offered,
    IReadOnlyList<Guid> SafetyStepsWaiting
);

/// <summary>Scales for other software.</summary>
internal static class AssessmentsEndpoints
{
    public static void MapAssessmentsApi(this WebApplication app)
    {
        var scales = app.MapJson("/api/patients/{patientId:guid}/assessments", "Assessments");
        scales
            .MapGet("", Get)
            .WithName("GetAssessments")
            .WithSummary("What is due, every entry, and what may be filled in.")
            .Reads(Policies.ClinicianOrPatient)
            .Produces<AssessmentsDocument>();
        scales
            .MapGet("/{entryId:guid}", GetOne)
            .WithName("GetAssessment")
            .WithSummary("One entry.")
            .Reads(Policies.ClinicianOrPatient)
            .Produces<AssessmentDocument>();
        scales
            .MapPost("", Post)
            .WithName("PostAssessment")
            .WithSummary(
                "Scores and saves. Where an answer speaks of suicide and nobody has recorded "
                    + "what was done, staff get 409 with the safety step; the answers are kept."
            )
            .Writes(Policies.ClinicianOrPatient)
            .Produces<AssessmentDocument>(201)
            .ProducesValidationProblem();
    }

    internal static async Task<IResult> Get(Guid patientId, AssessmentsService scales, CancellationToken cancellationToken) =>
        await scales.LoadAsync(patientId, cancellationToken) is { } view
            ? Results.Ok(
                new AssessmentsDocument(
                    [.. view.Due.Select(d => new DueDocument(InstrumentSlugs.Of(d.InstrumentId), d.DueOn, d.DaysOverdue, d.Why.InWords()))],
                    [.. view.Entries.OrderBy(e => e.On).ThenBy(e => e.RecordedAt).Select(AssessmentDocument.Of)],
                    [
                        .. view.Offered.Select(i => new OfferedDocument(
                            InstrumentSlugs.Of(i.Id),
                            i.Title,
                            i.Lead,
                            i.Wording.ToString(),
                            i.Licence,
                            i.Citation,
                            i.Confidence.ToString(),
                            i.Items
                        )),
                    ],
                    [.. view.Waiting.Select(w => w.Id)]
                )
            )
            : NoSuchPerson();

    internal static async Task<IResult> GetOne(
        Guid patientId,
        Guid entryId,
        AssessmentsService scales,
        CancellationToken cancellationToken
    ) =>
        (await scales.LoadAsync(patientId, cancellationToken))?.Entries.FirstOrDefault(e => e.Id == entryId) is { } entry
            ? Results.Ok(AssessmentDocument.Of(entry))
            : NoSuchPerson();

    internal static async Task<IResult> Post(
        Guid patientId,
        NewAssessment sent,
        HttpContext context,
        AssessmentsService scales,
        CancellationToken cancellationToken
    )
    {
        if (await scales.LoadAsync(patientId, cancellationToken) is not { } view)
            return NoSuchPerson();
        var errors = new FieldErrors();
        var instrument = view.Offered.FirstOrDefault(i => i.Id == InstrumentSlugs.Id(sent.Instrument));
        if (instrument is null)
            errors.Add(
                "instrument",
                AssessmentsText.T["NotOfferedHereAccepted", string.Join(", ", view.Offered.Select(i => InstrumentSlugs.Of(i.Id)))]
            );
        if (AssessmentForm.Problem(sent.On, view.Today) is { } day)
            errors.Add("on", day);
        if (sent.Answers is not { Count: > 0 })
            errors.Add("answers", AssessmentsText.T["OneOrMoreAnswersByItemIdAreNeeded"]);
        else if (instrument is not null)
            foreach (var (id, score) in sent.Answers)
                if (instrument.Find(id) is not { } item)
                    errors.Add(
                        $"answers.{id}",
                        AssessmentsText.T["NoSuchItemAccepted", string.Join(", ", instrument.Items.Select(i => i.Id))]
                    );
                else if (!item.Accepts(score))
                    errors.Add(
                        $"answers.{id}",
                        AssessmentsText.T["IsNotAcceptedAccepted", score, string.Join(", ", item.Anchors.Select(a => a.Score).Order())]
                    );
        if (sent.Amends is null != string.IsNullOrWhiteSpace(sent.Reason) || sent.Reason?.Length > 2_000)
            errors.Add("reason", AssessmentsText.T["ACorrectionHasAReasonOf1To2000Characters"]);
        if (errors.Any)
            return Results.ValidationProblem(errors.All.ToDictionary(e => e.Field, e => new[] { e.Message }));
        var outcome = await scales.FillAsync(
            patientId,
            new Filling(instrument!, sent.On, sent.Answers!, Finish: true, EvenUnanswered: true, sent.Amends, sent.Reason),
            OnceOf(context, sent),
            cancellationToken
        );
        if (outcome is null)
            return NoSuchPerson();
        if (outcome.State is Filled.SafetyFirst)
            return Results.Problem(
                new ProblemDetails
                {
                    Status = StatusCodes.Status409Conflict,
                    Title = AssessmentsText.T["AskNowBeforeYouContinue"],
                    Detail = AssessmentsText.T["RecordWhatWasDoneThenSendAgain"],
                    Extensions = { ["rule"] = "safety.step.no-action", ["safetyStepId"] = outcome.SafetyStepId },
                }
            );
        var entry = (await scales.LoadAsync(patientId, cancellationToken))?.Entries.FirstOrDefault(e => e.Id == outcome.EntryId);
        return entry is null
            ? NoSuchPerson()
            : Results.Created($"/api/patients/{patientId}/assessments/{entry.Id}", AssessmentDocument.Of(entry));
    }
}
