using System.Globalization;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Patients;
using Glidepath.Web.Shared;
using static Glidepath.Web.Therapy.TherapyText;

namespace Glidepath.Web.Therapy;

/// <summary>A thought record as its form has it.</summary>
internal static class ThoughtFields
{
    public static IReadOnlyList<FormField> All =>
        [
            new("first", T["MyFirstThought"], FieldKind.Area),
            new("situation", T["WhatWasGoingOn"], FieldKind.Area),
            .. Rows.SelectMany(i =>
                new FormField[]
                {
                    new($"feeling-{i}", T["FeelingNumber", i]),
                    new($"before-{i}", T["HowStrongFeeling", i]),
                    new($"after-{i}", T["HowStrongNowFeeling", i]),
                }
            ),
            .. ThinkingPatterns.All.Select(p => new FormField(Kind(p), p.Name, FieldKind.Tick)),
            new("fits-not", T["WhatDoesNotFitTheThought"], FieldKind.Area),
            new("fairer", T["WhatWouldBeAFairerThought"], FieldKind.Area),
            new("deeper", T["IfItWereTrueWhatWouldItMean"], FieldKind.Area),
            new("share", T["WhoCanSeeThisOne"], FieldKind.One) { Choices = [new("me", T["OnlyMeFromNow"]), new("team", T["MyCareTeam"])] },
        ];

    public static IEnumerable<int> Rows => Enumerable.Range(1, ThoughtRecord.MostFeelings);

    public static string Kind(ThinkingPattern pattern) => $"kind-{pattern.Id}";

    public static IReadOnlyDictionary<string, string?> Of(ThoughtRecord thought)
    {
        var values = new Dictionary<string, string?>
        {
            ["first"] = thought.Words.First,
            ["situation"] = thought.Words.Situation,
            ["fits-not"] = thought.Words.DoesNotFit,
            ["fairer"] = thought.Words.Fairer,
            ["deeper"] = thought.Words.Deeper,
            ["share"] = thought.IsShared ? "team" : "me",
        };
        foreach (var (feeling, i) in thought.Feelings.Select((f, i) => (f, i + 1)))
            (values[$"feeling-{i}"], values[$"before-{i}"], values[$"after-{i}"]) = (
                feeling.Name,
                Written(feeling.Before),
                Written(feeling.After)
            );
        foreach (var id in thought.Patterns)
            values[$"kind-{id}"] = "yes";
        return values;
    }

    public static ThoughtWords Read(FormReader sent) =>
        new(
            sent.Words("first", ThoughtRecord.MostLetters) ?? Missing(sent, "first", T["WriteTheFirstThought"]),
            sent.Words("situation", ThoughtRecord.MostLetters),
            [.. Rows.Select(i => Feeling(sent, i)).OfType<Feeling>()],
            [.. ThinkingPatterns.All.Where(p => sent.IsTicked(Kind(p))).Select(p => p.Id)],
            sent.Words("fits-not", ThoughtRecord.MostLetters),
            sent.Words("fairer", ThoughtRecord.MostLetters),
            sent.Words("deeper", Treatment.Patients.Recorded.ShortText)
        );

    /// <summary>The field that a refusal speaks of.</summary>
    public static string FieldOf(string rule) =>
        rule switch
        {
            "own-work.at" => "on",
            _ when rule.StartsWith("thought.situation", StringComparison.Ordinal) => "situation",
            _ when rule.StartsWith("thought.feeling", StringComparison.Ordinal) => "feeling-1",
            _ when rule.StartsWith("thought.does-not-fit", StringComparison.Ordinal) => "fits-not",
            _ when rule.StartsWith("thought.fairer", StringComparison.Ordinal) => "fairer",
            _ when rule.StartsWith("thought.deeper", StringComparison.Ordinal) => "deeper",
            _ => "first",
        };

    private static Feeling? Feeling(FormReader sent, int i)
    {
        var name = sent.Words($"feeling-{i}", ThoughtRecord.MostOfName);
        var (before, after) = (Strength(sent, $"before-{i}"), Strength(sent, $"after-{i}"));
        if (name is null && sent[$"before-{i}"] is null && sent[$"after-{i}"] is null)
            return null;
        return new(name ?? Missing(sent, $"feeling-{i}", T["NameTheFeeling"]), before, after);
    }

    private static int? Strength(FormReader sent, string field) => sent.Number(field, 0, ThoughtRecord.Strongest, T["PointsWord"]);

    private static string Missing(FormReader sent, string field, string says)
    {
        if (sent.Errors.Of(field) is null)
            sent.Errors.Add(field, says);
        return "";
    }

    private static string? Written(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
