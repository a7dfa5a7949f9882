using Glidepath.Application.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Privacy.Consents;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>
/// Consents, their end, break-glass and the accounting for other programs.
/// </summary>
internal static class PrivacyApi
{
    public static void MapPrivacyApi(this WebApplication app)
    {
        var patient = app.MapJson("/api/patients/{patientId:guid}", "Privacy");
        patient.MapGet("/consents", Consents).Reads(Policies.ClinicianOfficerOrPatient);
        patient.MapPost("/consents", Give).Writes(Policies.ClinicianOfficerOrPatient).WithMetadata(new StepUpAttribute());
        patient
            .MapPost("/consents/{consentId:guid}/revoke", Revoke)
            .Writes(Policies.ClinicianOfficerOrPatient)
            .WithMetadata(new StepUpAttribute());
        patient
            .MapGet("/consents/{consentId:guid}/reached", ReachedBy)
            .WithSummary("After its end: who got something on it, and who was told that it has ended.")
            .Reads(Policies.ClinicianOfficerOrPatient);
        patient
            .MapPost("/consents/{consentId:guid}/reached/{disclosureId:guid}/told", Told)
            .Writes(Policies.ClinicianOrOfficer)
            .WithMetadata(new StepUpAttribute());
        patient.MapGet("/disclosures", Accounting).Reads(Policies.OfficerOrPatient);
        patient
            .MapPost("/disclosures", Disclose)
            .WithSummary(
                "The permitted part of a record as JSON, with its notices. Each answer is a disclosure of its own and is accounted as one."
            )
            .WritesOnlyOnce(Policies.ClinicianOrOfficer)
            .WithMetadata(new StepUpAttribute())
            .Produces(200, contentType: "application/json")
            .ProducesValidationProblem()
            .ProducesProblem(404);
        patient
            .MapPost("/statutory-reports", Report)
            .WithSummary(
                "A report that the law asks for or allows. By telephone it is accounted at once; else it lets the paper out for 72 hours."
            )
            .Writes(Policies.PrivacyOfficer)
            .WithMetadata(new StepUpAttribute())
            .Produces<Written>()
            .ProducesValidationProblem()
            .ProducesProblem(404);
        app.MapGet(
                "/api/privacy/statutory-reports",
                async (RegisterService registers, CancellationToken stop) =>
                    TypedResults.Ok((await registers.AllAsync<StatutoryReport>(stop)).OrderByDescending(r => r.RecordedAt))
            )
            .WithTags("Privacy")
            .Reads(Policies.PrivacyOfficer);
        patient.MapPost("/break-glass", Break).Writes(Policies.Clinician).WithMetadata(new StepUpAttribute());
    }

    internal static async Task<IResult> Consents(Guid patientId, ConsentService consents, CancellationToken cancellationToken) =>
        await consents.SeeAsync(patientId, cancellationToken) is { } file
            ? TypedResults.Ok(
                file.Consents.Select(c => new
                {
                    c.Consent.Id,
                    c.Consent.Kind,
                    Recipient = PrivacyWords.Recipient(c.Consent),
                    Categories = InformationCategories.Each(c.Consent.Categories),
                    c.Consent.SignedOn,
                    c.Consent.Expiry,
                    c.Consent.ExpiresOn,
                    IsLive = c.IsLive,
                    c.Refusal,
                    EndedAt = c.End?.EndedAt,
                })
            )
            : NoSuchPerson();

    internal static async Task<IResult> Give(
        Guid patientId,
        GivenConsent given,
        HttpContext context,
        CurrentActor current,
        ConsentService consents,
        CancellationToken cancellationToken
    )
    {
        if (await consents.SeeAsync(patientId, cancellationToken) is not { } file)
            return NoSuchPerson();
        var terms = given.ToTerms(patientId, file.PatientName, file.Programme, current.Actor.Role is Role.Patient);
        return ConsentService.Missing(terms, file) is { Count: > 0 } missing
            ? Results.ValidationProblem(missing.GroupBy(e => e.Rule).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray()))
            : Answer(await consents.GiveAsync(patientId, terms, OnceOf(context, given), cancellationToken));
    }

    internal static async Task<IResult> Revoke(
        Guid patientId,
        Guid consentId,
        HttpContext context,
        ConsentService consents,
        CancellationToken cancellationToken
    ) => Answer(await consents.RevokeAsync(patientId, consentId, null, OnceOf(context, consentId), cancellationToken));

    internal static async Task<IResult> ReachedBy(
        Guid patientId,
        Guid consentId,
        ConsentService consents,
        CancellationToken cancellationToken
    ) =>
        (await consents.SeeAsync(patientId, cancellationToken))?.Consents.FirstOrDefault(c => c.Consent.Id == consentId) is { } line
            ? TypedResults.Ok(
                line.Reached.Select(r => new
                {
                    DisclosureId = r.LastId,
                    r.Name,
                    r.Address,
                    Categories = InformationCategories.Each(r.Categories),
                    r.Times,
                    r.LastAt,
                    ToldAt = r.Told?.RecordedAt,
                    r.Told?.How,
                })
            )
            : NoSuchPerson();

    internal static async Task<IResult> Told(
        Guid patientId,
        Guid consentId,
        Guid disclosureId,
        HowTold told,
        HttpContext context,
        ConsentService consents,
        CancellationToken cancellationToken
    ) =>
        told.How?.Trim() is not { Length: > 0 and <= 500 } how
            ? Results.ValidationProblem(
                new Dictionary<string, string[]> { ["how"] = [DisclosuresText.T["SayHowTheyWereTold1To500Characters"]] }
            )
            : Answer(await consents.ToldAsync(patientId, consentId, disclosureId, how, OnceOf(context, told), cancellationToken));

    internal static async Task<IResult> Accounting(Guid patientId, AccountingService accounting, CancellationToken cancellationToken) =>
        await accounting.OfPatientAsync(patientId, cancellationToken) is { } records
            ? TypedResults.Ok(
                records.Select(r => new
                {
                    r.Id,
                    r.DisclosedAt,
                    r.RecipientName,
                    r.RecipientAddress,
                    r.Description,
                    r.PurposeText,
                    r.Basis,
                    r.BasisId,
                    r.Channel,
                })
            )
            : NoSuchPerson();

    internal static async Task<IResult> Disclose(
        Guid patientId,
        AskedDisclosure asked,
        DisclosureService disclosures,
        CancellationToken cancellationToken
    ) =>
        asked.Problems() is { Count: > 0 } problems ? Results.ValidationProblem(problems)
        : await disclosures.DiscloseAsync(patientId, asked.ToAsk(), cancellationToken) is { } record
            ? RecordFiles.Of(record, DisclosureChannel.Json)
        : NoSuchPerson();

    internal static async Task<IResult> Report(
        Guid patientId,
        NewReport report,
        HttpContext context,
        ReportService reports,
        CancellationToken cancellationToken
    ) =>
        report.Problems().ToLookup(p => p.Field, p => p.Message) is { Count: > 0 } problems
            ? Results.ValidationProblem(problems.ToDictionary(g => g.Key, g => g.ToArray()))
            : Answer(await reports.RecordAsync(patientId, report, OnceOf(context, report).Key, cancellationToken));

    internal static async Task<IResult> Break(
        Guid patientId,
        GlassReason asked,
        HttpContext context,
        BreakGlassService glass,
        CancellationToken cancellationToken
    )
    {
        if (
            ReasonWords.Problem(asked.Reason, Treatment.Privacy.BreakGlass.ReasonLength, Treatment.Privacy.BreakGlass.LongestReason) is
            { } vague
        )
            return Results.ValidationProblem(new Dictionary<string, string[]> { ["reason"] = [vague] });
        return await glass.OpenAsync(patientId, asked.Reason, OnceOf(context, asked), cancellationToken) switch
        {
            null => NoSuchPerson(),
            { Id: null } => throw new RuleViolationException("break-glass.on-team"),
            var written => TypedResults.Ok(written),
        };
    }

    private static IResult Answer(Written? written) => written is { Id: not null } ? TypedResults.Ok(written) : NoSuchPerson();
}

public sealed record GlassReason(string? Reason);

public sealed record HowTold(string? How);

/// <summary>A consent as other programs send it: the elements of 42 CFR 2.31.</summary>
public sealed record GivenConsent
{
    public ConsentKind Kind { get; init; }
    public IReadOnlyList<InformationCategory> Categories { get; init; } = [];
    public string? Information { get; init; }
    public RecipientKind RecipientKind { get; init; }
    public string? RecipientName { get; init; }
    public IReadOnlyList<RecipientClass> RecipientClasses { get; init; } = [];
    public string? IntermediaryParticipants { get; init; }
    public IReadOnlyList<DisclosurePurpose> Purposes { get; init; } = [];
    public string? Purpose { get; init; }
    public ConsentExpiry Expiry { get; init; }
    public DateOnly? ExpiresOn { get; init; }
    public string? ExpiryEvent { get; init; }
    public IReadOnlyList<ConsentSigner> SignedBy { get; init; } = [];
    public string? SignerName { get; init; }
    public string? SignerAuthority { get; init; }
    public SignatureMethod SignatureMethod { get; init; }
    public DateOnly? SignedOn { get; init; }

    /// <summary>The form that was signed held the words of <see cref="ConsentWords"/>.</summary>
    public bool HasFormStatements { get; init; }

    internal ConsentTerms ToTerms(Guid patientId, string patientName, string programme, bool byPatient) =>
        new()
        {
            PatientId = patientId,
            Kind = Kind,
            OnSameForm = Kind,
            Origin = byPatient ? ConsentOrigin.RecordedByPatient : ConsentOrigin.RecordedByProgramme,
            PatientName = patientName,
            DiscloserName = programme,
            Categories = Categories.Aggregate(InformationCategory.None, (all, c) => all | c),
            InformationDescription = Information,
            RecipientKind = RecipientKind,
            RecipientName = RecipientName,
            RecipientClasses = RecipientClasses.Aggregate(RecipientClass.None, (all, c) => all | c),
            IntermediaryParticipants = IntermediaryParticipants,
            Purposes = Purposes.Aggregate(DisclosurePurpose.None, (all, p) => all | p),
            PurposeText = Purpose,
            HowToRevoke = HasFormStatements ? ConsentWords.HowToRevoke : null,
            Expiry = Expiry,
            ExpiresOn = ExpiresOn,
            ExpiryEvent = ExpiryEvent,
            SignedBy = byPatient ? ConsentSigner.Patient : SignedBy.Aggregate(ConsentSigner.None, (all, s) => all | s),
            SignerName = SignerName,
            SignerAuthority = SignerAuthority,
            SignatureMethod = SignatureMethod,
            SignedOn = SignedOn,
            HasRedisclosureStatement = HasFormStatements,
            ConsequencesOfRefusal = HasFormStatements ? ConsentWords.IfYouDoNotSign : null,
        };
}
