using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Assessments;

/// <summary>What staff did, as it was posted.</summary>
internal sealed class SafetyForm(FormReader sent)
{
    /// <returns>Null where something is to be mended; nothing is recorded then, and all that was typed stays on the page.</returns>
    public SafetyActionDetails? Read()
    {
        var (asked, stayed, means, gave) = (YesNo("asked"), YesNo("stayed"), YesNo("means"), YesNo("gave"));
        var disposition = sent.Needed<SafetyDisposition>("what-now", AssessmentsText.T["ChooseWhatHappensNow"]);
        if (
            sent.Errors.Of("what-now") is null
            && asked is Answer.No
            && disposition is not (SafetyDisposition.NotReachedYet or SafetyDisposition.EmergencyServicesCalled)
        )
            sent.Errors.Add("asked", AssessmentsText.T["AskAboutSuicideInPlainWordsFirstItDoes"]);
        var (said, plan, told) = (Text("said", Recorded.LongText), Text("plan", Recorded.LongText), Text("told", 2_000));
        return sent.Errors.Any
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

    private Answer YesNo(string field)
    {
        if (sent.Answer(field) is Answer.Yes or Answer.No)
            return sent.Answer(field)!.Value;
        sent.Errors.Add(field, AssessmentsText.T["AnswerYesOrNoNoIsAnAnswerHere"]);
        return Answer.Unknown;
    }

    private string Text(string field, int most)
    {
        if (sent.Words(field, most) is { } text)
            return text;
        sent.Errors.Add(field, AssessmentsText.T["WriteAFewWordsHereNothingIsAnAnswer"]);
        return "";
    }
}
