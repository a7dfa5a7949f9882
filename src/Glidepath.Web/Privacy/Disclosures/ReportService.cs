using System.Text.Json;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Privacy.Consents;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>A report that the law asks for or allows, as it was typed.</summary>
/// <param name="ByTelephone">It was made by voice just now; otherwise the paper is made from it later.</param>
/// <param name="OccurredAt">UTC.</param>
public sealed record NewReport(StatutoryReportKind Kind, string? Agency, string? Circumstances, string? Law, bool ByTelephone = false, DateTime? OccurredAt = null)
{
    /// <summary>Longest text of each kind, in characters.</summary>
    public const int LongestName = 200, LongestText = 2_000, ShortestText = 20;

    /// <summary>Field and what is wrong with it.</summary>
    public IEnumerable<(string Field, string Message)> Problems()
    {
        if (Kind is StatutoryReportKind.None || !Enum.IsDefined(Kind))
            yield return ("kind", "Choose what is reported.");
        foreach (var (field, text, least, most) in new[] { ("agency", Agency, 1, LongestName), ("law", Law, 1, LongestName), ("circumstances", Circumstances, ShortestText, LongestText) })
            if (text?.Trim().Length is not { } length || length < least || length > most)
                yield return (field, $"{least} to {most} characters are needed; {text?.Trim().Length ?? 0} were given.");
    }
}

/// <summary>Reports of 42 CFR 2.12(c)(5) and (6): first on file, then out, to that agency only and through the gate like everything else.</summary>
public sealed class ReportService(RecordAccess access, CurrentActor current, Store store, DisclosureService disclosures)
{
    public static DisclosureBasis Basis(StatutoryReportKind kind) => kind is StatutoryReportKind.CrimeOnPremises ? DisclosureBasis.CrimeOnPremises : DisclosureBasis.ChildAbuseReport;

    public static DisclosurePurpose Purpose(StatutoryReportKind kind) => kind is StatutoryReportKind.CrimeOnPremises ? DisclosurePurpose.CrimeReport : DisclosurePurpose.ChildProtection;

    public static RecipientClass To(StatutoryReportKind kind) => kind is StatutoryReportKind.CrimeOnPremises ? RecipientClass.CourtOrLawEnforcement : RecipientClass.ChildProtection;

    /// <returns>Null: no such person.</returns>
    public async Task<Written?> RecordAsync(Guid patientId, NewReport report, string key, CancellationToken cancellationToken)
    {
        var written = await access.RunOnceAsync(current.Actor, current.RequestId, patientId, [(AccessAction.Write, RecordClass.Disclosures)], key, JsonSerializer.SerializeToUtf8Bytes(new { patientId, report }), db =>
        {
            var entry = StatutoryReport.Record(Guid.CreateVersion7(), patientId, report.Kind, report.Agency, report.Circumstances, report.Law, report.OccurredAt, store.Clock.GetUtcNow().UtcDateTime, current.Actor.AccountId);
            db.Add(entry);
            return Task.FromResult(new Written(entry.Id));
        }, cancellationToken);
        if (written is { Id: { } id } && report.ByTelephone && !await IsAccountedAsync(patientId, id, cancellationToken))
            await disclosures.DiscloseAsync(patientId, new DisclosureAsk
            {
                Channel = DisclosureChannel.Telephone,
                Basis = Basis(report.Kind),
                Reference = id,
                Categories = BasisTable.Of(Basis(report.Kind)).Ceiling,
                Purpose = Purpose(report.Kind),
                RecipientName = report.Agency,
                RecipientClass = To(report.Kind),
            }, cancellationToken);
        return written;
    }

    private async Task<bool> IsAccountedAsync(Guid patientId, Guid reportId, CancellationToken cancellationToken) =>
        await access.RunAsync(current.Actor, current.RequestId, patientId, AccessAction.Read, RecordClass.Disclosures,
            db => Task.FromResult(db.Set<DisclosureRecord>().Any(d => d.PatientId == patientId && d.BasisId == reportId) ? "yes" : "no"), cancellationToken) is "yes";
}
