using Glidepath.Application.Medications;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Treatment.Medications;
using Glidepath.Web.Patients;
using static Glidepath.Web.Medications.MedicationsText;

namespace Glidepath.Web.Medications;

/// <summary>How a medicine is asked for and shown in a form.</summary>
internal static class MedicationFields
{
    public static FormField[] All() =>
        [
            new("name", T["Medicine"], FieldKind.Line, "medication.name")
            {
                IsNeeded = true,
                Hint = T["AsOnTheBottleForExample", string.Join(", ", BenzodiazepineTable.All.Take(3).Select(d => d.Name))],
            },
            new("how", T["WhatIsTakenAndWhen"], FieldKind.Line, "medication.how-taken")
            {
                IsNeeded = true,
                Most = 400,
                Hint = T["ForExampleMorningAndBedtime"],
            },
            new("needed", T["OnlyWhenNeededNotEveryDay"], FieldKind.Tick),
            new("source", T["HowIsItKnown"], FieldKind.Pick, "medication.source") { IsNeeded = true, Choices = Sources() },
            new("since", T["TakenSince"], FieldKind.Line, "medication.since") { Most = 10, Hint = T["AYearAMonthOrADay"] },
            new("prescriber", T["WhoPrescribesIt"], FieldKind.Line, "medication.prescriber"),
            new("reason", T["WhatForInTheirWords"], FieldKind.Line, "medication.reason") { Most = 1_000 },
        ];

    public static Dictionary<string, string?> Of(MedicationDetails? details) =>
        details is null
            ? []
            : new()
            {
                ["name"] = details.Name,
                ["how"] = details.HowTaken,
                ["needed"] = details.IsAsNeeded ? "yes" : null,
                ["source"] = details.Source.ToString(),
                ["since"] = details.Since,
                ["prescriber"] = details.Prescriber,
                ["reason"] = details.Reason,
            };

    /// <summary>After the form was checked.</summary>
    public static MedicationDetails Read(PostedForm form) =>
        new(
            form["name"]!,
            form["how"]!,
            form.IsTicked("needed"),
            form.Enum<MedicationSource>("source")!.Value,
            form["since"],
            form["prescriber"],
            form["reason"]
        );

    private static Choice[] Sources() => [.. Enum.GetValues<MedicationSource>().Select(s => new Choice(s.ToString(), s.InWords()))];
}
