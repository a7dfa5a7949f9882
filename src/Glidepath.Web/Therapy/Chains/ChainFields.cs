using Glidepath.Treatment.Therapy;
using Glidepath.Web.Patients;
using Glidepath.Web.Shared;
using static Glidepath.Web.Therapy.TherapyText;

namespace Glidepath.Web.Therapy;

/// <summary>A chain as its form has it: a question a card, and none of them needed.</summary>
internal static class ChainFields
{
    public static IReadOnlyList<FormField> Before =>
        [
            new("people", T["WhoWasThere"], FieldKind.Line, "chain.people") { Hint = T["WhoWasThereHint"] },
            new("places", T["WhereWereYou"], FieldKind.Line, "chain.places"),
            new("things", T["WhatWasAroundYou"], FieldKind.Line, "chain.things") { Hint = T["WhatWasAroundYouHint"] },
            new("times", T["WhatDayAndTimeWasIt"], FieldKind.Line, "chain.times") { Hint = T["WhatDayAndTimeWasItHint"] },
            new("feelings", T["HowDidYouFeel"], FieldKind.Line, "chain.feelings"),
            new("body", T["WhatDidYourBodyFeel"], FieldKind.Line, "chain.body") { Hint = T["WhatDidYourBodyFeelHint"] },
            new("thought", T["WhatDidYouThinkFirst"], FieldKind.Line, "chain.thought"),
            new("beneath", T["WhatWasBeneathThatThought"], FieldKind.Line, "chain.beneath") { Hint = T["WhatWasBeneathHint"] },
        ];

    public static IReadOnlyList<FormField> Took =>
        [
            new("what", T["WhatDidYouTake"], FieldKind.Line, "chain.what"),
            new("how-much", T["HowMuchInYourWords"], FieldKind.Line, "chain.how-much") { Hint = T["ItNeverChangesYourDose"] },
            new("source", T["WasItPrescribedToYou"], FieldKind.One, "chain.source")
            {
                Choices = [new(nameof(TookSource.Prescribed), T["Yes"]), new(nameof(TookSource.NotPrescribed), T["No"])],
            },
            new("took-when", T["WhenDidYouTakeIt"], FieldKind.Line, "chain.took-when"),
        ];

    public static IReadOnlyList<FormField> After =>
        [
            new("soon", T["WhatCameSoonAfter"], FieldKind.Line, "chain.soon"),
            new("later", T["WhatCameLaterOn"], FieldKind.Line, "chain.later") { Hint = T["WhatCameLaterOnHint"] },
            new("expect", T["WhatDidItTeachYouToExpect"], FieldKind.Line, "chain.expect") { Hint = T["WhatDidItTeachYouHint"] },
        ];

    public static IReadOnlyList<FormField> All =>
        [
            .. Before,
            .. Took,
            .. After,
            new("share", T["WhoCanSeeThisOne"], FieldKind.One) { Choices = [new("me", T["OnlyMeFromNow"]), new("team", T["MyCareTeam"])] },
        ];

    public static IReadOnlyDictionary<string, string?> Of(Chain chain)
    {
        var (before, took, after) = chain.Words;
        return new Dictionary<string, string?>
        {
            ["people"] = before.People,
            ["places"] = before.Places,
            ["things"] = before.Things,
            ["times"] = before.Times,
            ["feelings"] = before.Feelings,
            ["body"] = before.Body,
            ["thought"] = before.Thought,
            ["beneath"] = before.Beneath,
            ["what"] = took.What,
            ["how-much"] = took.HowMuch,
            ["source"] = took.Source is TookSource.NotSaid ? null : took.Source.ToString(),
            ["took-when"] = took.When,
            ["soon"] = after.Soon,
            ["later"] = after.Later,
            ["expect"] = after.Expect,
            ["share"] = chain.IsShared ? "team" : "me",
        };
    }

    public static ChainWords Read(FormReader sent)
    {
        return new(
            new(
                Said("people"),
                Said("places"),
                Said("things"),
                Said("times"),
                Said("feelings"),
                Said("body"),
                Said("thought"),
                Said("beneath")
            ),
            new(
                Said("what"),
                Said("how-much"),
                sent.OneOf("source", nameof(TookSource.Prescribed), nameof(TookSource.NotPrescribed)) is null
                    ? TookSource.NotSaid
                    : sent.Enum<TookSource>("source") ?? TookSource.NotSaid,
                Said("took-when")
            ),
            new(Said("soon"), Said("later"), Said("expect"))
        );

        string? Said(string field) => sent.Words(field, Chain.MostLetters);
    }

    /// <summary>The field that a refusal speaks of.</summary>
    public static string FieldOf(string rule) =>
        rule is "own-work.at"
            ? "on"
            : (All.FirstOrDefault(f => f.Rule is not null && rule.StartsWith(f.Rule, StringComparison.Ordinal)) ?? All[0]).Name;
}
