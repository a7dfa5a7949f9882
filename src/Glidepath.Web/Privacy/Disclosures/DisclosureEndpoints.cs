using Glidepath.Application.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>Files of a record. Both ask <see cref="DisclosureService"/> and nothing else; what it refuses is not there.</summary>
internal static class DisclosureEndpoints
{
    public static void MapDisclosures(this WebApplication app)
    {
        app.MapPost("/me/record/file", Own)
            .RequireAuthorization(Policies.Patient)
            .WithMetadata(new StepUpAttribute())
            .Marked(EndpointClass.Record, AuditExpectation.Read);
        app.MapPost("/patients/{patientId:guid}/share/file", Share)
            .RequireAuthorization(Policies.ClinicianOrOfficer)
            .WithMetadata(new StepUpAttribute())
            .Marked(EndpointClass.Record, AuditExpectation.Read);
    }

    internal static async Task<IResult> Own(HttpContext context, ConsentService consents, DisclosureService disclosures)
    {
        if (await FormReader.ReadOwnAsync(context) is not { } sent || ShareForm.FileChannel(sent["as"]) is not { } channel)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        return
            await consents.OwnPatientAsync(context.RequestAborted) is { } patientId
            && await disclosures.DiscloseAsync(
                patientId,
                new DisclosureAsk { Channel = channel, Basis = DisclosureBasis.PatientAccess },
                context.RequestAborted
            )
                is { } record
            ? RecordFiles.Of(record, channel)
            : TypedResults.NotFound();
    }

    internal static async Task<IResult> Share(Guid patientId, HttpContext context, DisclosureService disclosures)
    {
        if (
            await FormReader.ReadOwnAsync(context) is not { } sent
            || ShareForm.Read(sent) is not { Channel: DisclosureChannel.Pdf or DisclosureChannel.Csv or DisclosureChannel.Json } ask
        )
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        return await disclosures.DiscloseAsync(patientId, ask, context.RequestAborted) is { } record
            ? RecordFiles.Of(record, ask.Channel)
            : TypedResults.NotFound();
    }
}

/// <summary>What to send, to whom, why, and how, as it was typed.</summary>
internal static class ShareForm
{
    public static DisclosureChannel? FileChannel(string? word) =>
        word switch
        {
            "pdf" => DisclosureChannel.Pdf,
            "csv" => DisclosureChannel.Csv,
            "json" => DisclosureChannel.Json,
            _ => null,
        };

    /// <returns>Null when something was not understood.</returns>
    public static DisclosureAsk? Read(FormReader sent)
    {
        // The basis and what it rests on are one choice: "Consent 0195…".
        var (basis, reference) =
            (sent["basis"] ?? "").Split(' ') is [var word, .. var rest]
            && EnumWords.Read<DisclosureBasis>(word) is { } read
            && read is not DisclosureBasis.None
                ? (read, rest is [var id] && Guid.TryParse(id, out var guid) ? guid : (Guid?)null)
                : (DisclosureBasis.None, null);
        if (basis is DisclosureBasis.None)
            sent.Errors.Add("basis", DisclosuresText.T["ChooseWhatAllowsIt"]);
        var channel = sent["as"] is "print" ? DisclosureChannel.Print : FileChannel(sent["as"]);
        if (channel is null)
            sent.Errors.Add("as", DisclosuresText.T["ChooseHowItGoesOut"]);
        var categories = sent.Flags<InformationCategory>("categories");
        if (categories is InformationCategory.None)
            sent.Errors.Add("categories", DisclosuresText.T["TickWhatIsToGo"]);
        var (name, why, address) = (sent.Words("recipient", 400), sent.Words("why", 400), sent.Words("address", 400));
        return sent.Errors.Any
            ? null
            : new DisclosureAsk
            {
                Channel = channel!.Value,
                Basis = basis,
                Reference = reference,
                Categories = categories,
                Purpose = sent.Enum<DisclosurePurpose>("purpose") ?? DisclosurePurpose.None,
                PurposeText = why,
                RecipientName = name ?? "",
                RecipientClass = sent.Enum<RecipientClass>("recipient-class") ?? RecipientClass.None,
                RecipientAddress = address,
                IsAgainstPatient = sent.IsTicked("against"),
            };
    }
}
