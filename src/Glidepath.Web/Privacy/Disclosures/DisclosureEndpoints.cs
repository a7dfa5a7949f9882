using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>Files of a record. Both ask <see cref="DisclosureService"/> and nothing else; what it refuses is not there.</summary>
internal static class DisclosureEndpoints
{
    public static void MapDisclosures(this WebApplication app)
    {
        app.MapPost("/me/record/file", Own)
            .RequireAuthorization(Policies.Patient)
            .WithMetadata(new StepUpAttribute())
            .Marked(Shared.DataClass.Record, AuditExpectation.Read);
        app.MapPost("/patients/{patientId:guid}/share/file", Share)
            .RequireAuthorization(Policies.ClinicianOrOfficer)
            .WithMetadata(new StepUpAttribute())
            .Marked(Shared.DataClass.Record, AuditExpectation.Read);
    }

    internal static async Task<IResult> Own(
        HttpContext context,
        IAntiforgery antiforgery,
        ConsentService consents,
        DisclosureService disclosures
    )
    {
        if (
            !context.Request.HasFormContentType
            || !await antiforgery.IsRequestValidAsync(context)
            || ShareForm.FileChannel((await context.Request.ReadFormAsync(context.RequestAborted))["as"]) is not { } channel
        )
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

    internal static async Task<IResult> Share(Guid patientId, HttpContext context, IAntiforgery antiforgery, DisclosureService disclosures)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        var errors = new FieldErrors();
        if (
            ShareForm.Read(await context.Request.ReadFormAsync(context.RequestAborted), errors)
            is not { Channel: DisclosureChannel.Pdf or DisclosureChannel.Csv or DisclosureChannel.Json } ask
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
    public static DisclosureAsk? Read(IFormCollection sent, FieldErrors errors)
    {
        // The basis and what it rests on are one choice: "Consent 0195…".
        var (basis, reference) =
            sent["basis"].ToString().Split(' ') is [var word, .. var rest]
            && EnumWords.Read<DisclosureBasis>(word) is { } read
            && read is not DisclosureBasis.None
                ? (read, rest is [var id] && Guid.TryParse(id, out var guid) ? guid : (Guid?)null)
                : (DisclosureBasis.None, null);
        if (basis is DisclosureBasis.None)
            errors.Add("basis", DisclosuresText.T["ChooseWhatAllowsIt"]);
        var channel = sent["as"].ToString() is "print" ? DisclosureChannel.Print : FileChannel(sent["as"]);
        if (channel is null)
            errors.Add("as", DisclosuresText.T["ChooseHowItGoesOut"]);
        var categories = EnumWords.ReadFlags<InformationCategory>(sent["categories"].OfType<string>());
        if (categories is InformationCategory.None)
            errors.Add("categories", DisclosuresText.T["TickWhatIsToGo"]);
        var (name, why, address) = (sent["recipient"].ToString().Trim(), sent["why"].ToString().Trim(), sent["address"].ToString().Trim());
        foreach (var (field, text) in new[] { ("recipient", name), ("why", why), ("address", address) })
            if (text.Length > 400)
                errors.Add(field, $"That has {text.Length} characters. At most 400 fit.");
        return errors.Any
            ? null
            : new DisclosureAsk
            {
                Channel = channel!.Value,
                Basis = basis,
                Reference = reference,
                Categories = categories,
                Purpose = EnumWords.Read<DisclosurePurpose>(sent["purpose"]) ?? DisclosurePurpose.None,
                PurposeText = why.Length == 0 ? null : why,
                RecipientName = name,
                RecipientClass = EnumWords.Read<RecipientClass>(sent["recipient-class"]) ?? RecipientClass.None,
                RecipientAddress = address.Length == 0 ? null : address,
                IsAgainstPatient = sent["against"] == "yes",
            };
    }
}
