using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>How the words of the record are shown. Each is the key of its translation.</summary>
internal static class PatientWords
{
    /// <summary>Whoever of the care team was told stands by name beside it.</summary>
    public static string Words(this SafetyState state) =>
        state is SafetyState.OpenAlerted ? "Care team notified" : state.Words<SafetyState>();

    public static IReadOnlyList<Choice> YesNo { get; } =
    [new(nameof(Answer.Yes), "Yes"), new(nameof(Answer.No), "No"), new(nameof(Answer.Unknown), "Not asked or not known")];

    public static string PathwayWords(this Pathway? pathway) =>
        pathway switch
        {
            Pathway.Prescribed => "Prescribed",
            Pathway.NotPrescribed => "Not prescribed",
            null => "Pathway not known yet",
        };

    public static (Sign Sign, string Word) Shown(this Answer answer) =>
        answer switch
        {
            Answer.Yes => (Sign.Look, "yes"),
            Answer.No => (Sign.Fits, "no"),
            Answer.Unknown => (Sign.Ask, "not known"),
        };
}
