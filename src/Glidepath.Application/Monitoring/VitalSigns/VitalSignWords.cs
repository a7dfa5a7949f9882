using System.Globalization;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Monitoring;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Monitoring;

/// <summary>Vital signs, and what the rules before a dose say of them, in words.</summary>
internal static class VitalSignWords
{
    public static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Number(decimal? value) => value is { } number ? SafeNumber.Write(number) : null;

    public static string InWords(this Awareness found) =>
        found switch
        {
            Awareness.Alert => T["AwareAlert"],
            Awareness.Confused => T["AwareConfused"],
            Awareness.Voice => T["AwareVoice"],
            Awareness.Pain => T["AwarePain"],
            Awareness.Unresponsive => T["AwareNone"],
        };

    /// <summary>What was measured, on one line: "16 breaths a minute, oxygen 97 % on air, 124/78".</summary>
    public static string InWords(this VitalSignValues of) =>
        string.Join(
            ", ",
            new[]
            {
                of.Breaths is { } breaths ? T["SaidBreaths", breaths] : null,
                of.Oxygen is { } oxygen ? T["SaidOxygen", oxygen] : null,
                of.HasOxygen is { } on ? T[on ? "SaidOnOxygen" : "SaidOnAir"] : null,
                of.Systolic is { } high ? $"{high}/{of.Diastolic}" : null,
                of.Pulse is { } pulse ? T["SaidPulse", pulse] : null,
                of.TemperatureF is { } warm ? T["SaidTemperature", SafeNumber.Write(warm)] : null,
                of.Awareness?.InWords(),
                of.Sedation is { } sedation ? T["SaidSedation", sedation] : null,
                of.BreathAlcohol is { } alcohol ? T["SaidAlcohol", SafeNumber.Write(alcohol)] : null,
                of.IsUnsteady ? T["SaidUnsteady"] : null,
            }.OfType<string>()
        );

    /// <summary>What fired, with its value: "Sedation 2, easy to rouse, cannot stay awake: withhold, look again in 1 h."</summary>
    public static string InWords(this DoseRule rule, VitalSignValues of, News2 score) =>
        rule.Id switch
        {
            "V2" => T["RuleV2"],
            "V3" => T["RuleV3"],
            "V4-review" => T["RuleV4Review", of.Breaths!],
            "V4-call" => T["RuleV4Call", of.Breaths!],
            "V4-emergency" => T["RuleV4Emergency", of.Breaths!],
            "V4-oxygen" => T["RuleV4Oxygen", of.Oxygen!],
            "V5-pressure" => T["RuleV5Pressure", of.Systolic!],
            "V5-pulse" => T["RuleV5Pulse", of.Pulse!],
            "V5-unsteady" => T["RuleV5Unsteady"],
            "V5-alcohol" => T["RuleV5Alcohol", SafeNumber.Write(of.BreathAlcohol!.Value)],
            "V6-review" => T["RuleV6Review", score.Points.Values.Sum()],
            "V6-emergency" => T["RuleV6Emergency", score.Points.Values.Sum()],
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Id, null),
        };
}
