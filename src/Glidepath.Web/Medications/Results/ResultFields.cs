using Glidepath.Application.Medications;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Medications;
using Glidepath.Web.Patients;
using static Glidepath.Web.Medications.MedicationsText;

namespace Glidepath.Web.Medications;

/// <summary>How a test result is asked for.</summary>
internal static class ResultFields
{
    /// <param name="before">What may have been typed wrong.</param>
    public static FormField[] All(IEnumerable<ObservationResult> before) =>
        [
            Pick<ResultKind>("kind", T["KindOfTest"], FieldKind.One, k => k.InWords()),
            new("what", T["WhatWasLookedFor"], FieldKind.Line, "result.what") { IsNeeded = true },
            Pick<Specimen>("specimen", T["SpecimenWord"], FieldKind.Pick, s => s.InWords()),
            Pick<TestMethod>("method", T["MethodWord"], FieldKind.One, m => m.InWords()),
            new("outcome", T["ResultWord"], FieldKind.One, "result.outcome")
            {
                IsNeeded = true,
                Choices =
                [
                    new(nameof(ResultOutcome.Found), T["OutcomeFound"]),
                    new(nameof(ResultOutcome.NotFound), T["OutcomeNotFound"]),
                    new(nameof(ResultOutcome.Value), T["OutcomeValue"]),
                ],
            },
            new("value", T["ValueWord"], FieldKind.Number, "result.value") { Hint = T["OnlyWhereItWasMeasured"] },
            new("unit", T["UnitWord"], FieldKind.Line, "result.unit") { Most = 40, Hint = T["OnlyWhereItWasMeasured"] },
            new("expected", T["WhatWasExpected"], FieldKind.One)
            {
                IsNeeded = true,
                Choices =
                [
                    new(nameof(ExpectedOutcome.NothingExpected), T["NothingWasExpected"]),
                    new(nameof(ExpectedOutcome.Found), T["OutcomeFound"]),
                    new(nameof(ExpectedOutcome.NotFound), T["OutcomeNotFound"]),
                ],
            },
            new("expected-why", T["WhyExpectedLabel"], FieldKind.Line, "result.why-expected") { Most = 1_000 },
            new("taken", T["SpecimenTakenOn"], FieldKind.Day, "result.taken") { IsNeeded = true },
            new("reported", T["ReportedOnLabel"], FieldKind.Day, "result.reported") { IsNeeded = true },
            new("lab", T["LaboratoryName"], FieldKind.Line, "result.lab"),
            .. Amended([.. before]),
        ];

    /// <summary>After the form was checked.</summary>
    public static ResultDetails Read(PostedForm form) =>
        new(
            form.Enum<ResultKind>("kind")!.Value,
            form["what"]!,
            form.Enum<Specimen>("specimen")!.Value,
            form.Enum<TestMethod>("method")!.Value,
            form.Enum<ResultOutcome>("outcome")!.Value,
            form.Number("value"),
            form["unit"],
            form.Enum<ExpectedOutcome>("expected")!.Value,
            form["expected-why"],
            form.Day("taken")!.Value,
            form.Day("reported")!.Value,
            form["lab"]
        );

    private static FormField[] Amended(IReadOnlyList<ObservationResult> before) =>
        before.Count == 0
            ? []
            :
            [
                new("amends", T["ReplacesAnEntry"], FieldKind.Pick)
                {
                    Empty = T["ItReplacesNone"],
                    Choices =
                    [
                        .. before.Select(r => new Choice($"{r.Id}", $"{r.Details.TakenOn.Day()} {r.Details.What} {r.Details.InWords()}")),
                    ],
                },
                new("amend-why", T["WhatWasWrong"], FieldKind.Line, "entry.amendment-reason") { Hint = T["OnlyForACorrection"] },
            ];

    private static FormField Pick<TEnum>(string name, string label, FieldKind kind, Func<TEnum, string> words)
        where TEnum : struct, Enum =>
        new(name, label, kind) { IsNeeded = true, Choices = [.. Enum.GetValues<TEnum>().Select(v => new Choice($"{v}", words(v)))] };
}
