using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;

namespace Glidepath.Web.Assessments;

/// <summary>What staff did, as it was posted.</summary>
internal sealed class SafetyForm(IFormCollection? posted)
{
    public static readonly SafetyForm Empty = new(null);

    public string? this[string field] => posted?[field] is { Count: > 0 } values ? values[0] : null;

    /// <returns>Null where something is to be mended; nothing is recorded then, and all that was typed stays on the page.</returns>
    public SafetyActionDetails? Read(FieldErrors errors)
    {
        var (asked, stayed, means, gave) = (YesNo("asked", errors), YesNo("stayed", errors), YesNo("means", errors), YesNo("gave", errors));
        if (!EnumWords.TryRead<SafetyDisposition>(this["what-now"], out var disposition))
            errors.Add("what-now", AssessmentsText.T["ChooseWhatHappensNow"]);
        else if (asked is Answer.No && disposition is not (SafetyDisposition.NotReachedYet or SafetyDisposition.EmergencyServicesCalled))
            errors.Add("asked", AssessmentsText.T["AskAboutSuicideInPlainWordsFirstItDoes"]);
        var (said, plan, told) = (
            Text("said", Recorded.LongText, errors),
            Text("plan", Recorded.LongText, errors),
            Text("told", 2_000, errors)
        );
        return errors.Any
            ? null
            : new SafetyActionDetails
            {
                AskedDirectly = asked,
                StayedWithThePerson = stayed,
                MeansTalkedAbout = means,
                Gave988 = gave,
                Disposition = disposition,
                WhatWasSaid = said,
                Plan = plan,
                WhoWasTold = told,
            };
    }

    private Answer YesNo(string field, FieldErrors errors)
    {
        if (this[field] is "yes" or "no")
            return this[field] is "yes" ? Answer.Yes : Answer.No;
        errors.Add(field, "Answer yes or no. \"No\" is an answer here, silence is not.");
        return Answer.Unknown;
    }

    private string Text(string field, int most, FieldErrors errors)
    {
        var text = this[field]?.Trim() ?? "";
        if (text.Length == 0)
            errors.Add(field, "Write a few words here. \"Nothing\" is an answer too.");
        else if (text.Length > most)
            errors.Add(field, $"At most {most} characters; {text.Length} were written.");
        return text;
    }
}
