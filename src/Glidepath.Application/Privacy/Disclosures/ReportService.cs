using System.Text.Json;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

/// <summary>A report that the law asks for or allows, as it was typed.</summary>
/// <param name="ByTelephone">It was made by voice just now; otherwise the paper is made from it later.</param>
/// <param name="OccurredAt">UTC.</param>
/// <param name="Told">By telephone; none named: all that such a report may hold.</param>
public sealed record NewReport(
    StatutoryReportKind Kind,
    string? Agency,
    string? Circumstances,
    string? Law,
    bool ByTelephone = false,
    DateTime? OccurredAt = null,
    IReadOnlyList<InformationCategory>? Told = null
)
{
    /// <summary>Longest text of each kind, in characters.</summary>
    public const int LongestName = 200,
        LongestText = 2_000,
        ShortestText = 20;

    /// <summary>The most that may be told.</summary>
    public static InformationCategory MayBeTold => BasisTable.Of(DisclosureBasis.ChildAbuseReport).Ceiling;

    internal InformationCategory WhatWasTold =>
        Told is { Count: > 0 } told ? told.Aggregate(InformationCategory.None, (all, c) => all | c) : MayBeTold;

    /// <summary>Field and what is wrong with it.</summary>
    public IEnumerable<(string Field, string Message)> Problems()
    {
        if (Kind is StatutoryReportKind.None || !Enum.IsDefined(Kind))
            yield return ("kind", ApplicationText.T["ChooseWhatIsReported"]);
        if ((WhatWasTold & ~MayBeTold) != 0)
            yield return ("told", ApplicationText.T["SuchAReportMayHoldOnlyThis", InformationCategories.InWords(MayBeTold)]);
        foreach (
            var (field, text, least, most) in new[]
            {
                ("agency", Agency, 1, LongestName),
                ("law", Law, 1, LongestName),
                ("circumstances", Circumstances, ShortestText, LongestText),
            }
        )
            if (text?.Trim().Length is not { } length || length < least || length > most)
                yield return (field, ApplicationText.T["CharactersAreNeededWereGiven", least, most, text?.Trim().Length ?? 0]);
    }
}

/// <summary>
/// Reports of 42 CFR 2.12(c)(5) and (6): first on file, then out, to that agency only and through the gate like everything else.
/// </summary>
public sealed class ReportService(RecordAccess access, CurrentActor current, Store store, SpokenDisclosures spoken)
{
    public static DisclosureBasis Basis(StatutoryReportKind kind) =>
        kind is StatutoryReportKind.CrimeOnPremises ? DisclosureBasis.CrimeOnPremises : DisclosureBasis.ChildAbuseReport;

    public static DisclosurePurpose Purpose(StatutoryReportKind kind) =>
        kind is StatutoryReportKind.CrimeOnPremises ? DisclosurePurpose.CrimeReport : DisclosurePurpose.ChildProtection;

    public static RecipientClass To(StatutoryReportKind kind) =>
        kind is StatutoryReportKind.CrimeOnPremises ? RecipientClass.CourtOrLawEnforcement : RecipientClass.ChildProtection;

    /// <returns>Null: no such person.</returns>
    /// <exception cref="RuleViolationException"><see cref="SpokenDisclosures.KeptBack"/>: not all that was told may go, and nothing was
    /// written.</exception>
    public async Task<Written?> RecordAsync(Guid patientId, NewReport report, string key, CancellationToken cancellationToken)
    {
        try
        {
            return await access.ChangeAsync(
                current,
                patientId,
                [(AccessAction.Write, DataClass.Disclosures)],
                new Once(key, JsonSerializer.SerializeToUtf8Bytes(report)),
                async db =>
                {
                    var now = store.Clock.GetUtcNow().UtcDateTime;
                    var entry = StatutoryReport.Record(
                        Guid.CreateVersion7(),
                        patientId,
                        report.Kind,
                        report.Agency,
                        report.Circumstances,
                        report.Law,
                        report.OccurredAt,
                        now,
                        current.Actor.AccountId
                    );
                    db.Add(entry);
                    if (report.ByTelephone)
                        await spoken.AccountAsync(
                            db,
                            patientId,
                            now,
                            Said(report, entry.Id),
                            file => file with { StatutoryReports = [.. file.StatutoryReports, entry] },
                            cancellationToken
                        );
                    return new Written(entry.Id);
                },
                cancellationToken
            );
        }
        catch (RuleViolationException no) when (no.Rule == SpokenDisclosures.KeptBack)
        {
            await spoken.NoteRefusalAsync(patientId, Basis(report.Kind), cancellationToken);
            throw;
        }
    }

    private static Said Said(NewReport report, Guid id) =>
        new(Basis(report.Kind), id, Purpose(report.Kind), new Recipient(report.Agency!, To(report.Kind)), report.WhatWasTold);
}
