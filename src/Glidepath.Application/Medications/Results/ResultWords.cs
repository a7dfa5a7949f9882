using System.Globalization;
using Glidepath.Treatment.Medications;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Medications;

/// <summary>A test result in words, wherever it is shown.</summary>
internal static class ResultWords
{
    public static string InWords(this ResultKind kind) => kind is ResultKind.DrugTest ? T["DrugTest"] : T["LaboratoryTest"];

    public static string InWords(this Specimen specimen) =>
        specimen switch
        {
            Specimen.Urine => T["SpecimenUrine"],
            Specimen.OralFluid => T["SpecimenOralFluid"],
            Specimen.Blood => T["SpecimenBlood"],
            Specimen.Breath => T["SpecimenBreath"],
            Specimen.Hair => T["SpecimenHair"],
            Specimen.Other => T["SpecimenOther"],
        };

    public static string InWords(this TestMethod method) =>
        method switch
        {
            TestMethod.Immunoassay => T["MethodImmunoassay"],
            TestMethod.Confirmed => T["MethodConfirmed"],
            TestMethod.NotSaid => T["MethodNotSaid"],
        };

    public static string InWords(this ResultDetails of) =>
        of.Outcome switch
        {
            ResultOutcome.Found => T["ResultFound"],
            ResultOutcome.NotFound => T["ResultNotFound"],
            ResultOutcome.Value => $"{of.Value!.Value.ToString(CultureInfo.InvariantCulture)} {of.Unit}",
        };
}
