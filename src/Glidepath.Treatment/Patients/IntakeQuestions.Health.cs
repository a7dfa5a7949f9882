using static Glidepath.Treatment.Patients.IntakePart;
using static Glidepath.Treatment.Patients.QuestionKind;

namespace Glidepath.Treatment.Patients;

public static partial class IntakeQuestions
{
    private static IEnumerable<IntakeQuestion> Health() =>
        [
            Needed(
                "pregnancy.pregnant",
                Pregnancy,
                "Are you pregnant, or could you be?",
                Choice,
                "Then you and your baby's doctors decide together."
            ) with
            {
                Choices = ["no", "yes", "couldBe", "doesNotApply"],
            },
            new("pregnancy.breastfeeding", Pregnancy, "Are you breastfeeding?", YesNo),
            Needed(
                "mental.suicide",
                MentalHealth,
                "Have you had thoughts of ending your life in the last month?",
                YesNo,
                "Many people do when they feel this unwell. Asking does not make it worse."
            ),
            Needed(
                "mental.bipolar",
                MentalHealth,
                "Has anyone told you that you have bipolar disorder?",
                YesNo,
                "Poor sleep while cutting down can bring on mania."
            ),
            new("mental.high-spells", MentalHealth, "Have you had days of little sleep with a lot of energy, without being tired?", YesNo),
            Needed("mental.psychosis", MentalHealth, "Have you ever seen or heard things that others did not?", YesNo),
            Needed("mental.ptsd", MentalHealth, "Has anyone told you that you have PTSD?", YesNo),
            new("mental.other", MentalHealth, "Other mental health conditions: panic, low mood, sleep?", Text),
            Needed("physical.liver", PhysicalHealth, "Do you have a liver disease?", YesNo, "The liver clears most of these medicines."),
            Needed("physical.breathing", PhysicalHealth, "Do you have a lung disease or sleep apnea?", YesNo),
            Needed("physical.end-of-life", PhysicalHealth, "Do you get hospice or end-of-life care?", YesNo),
            new("physical.falls", PhysicalHealth, "Have you fallen in the last year?", YesNo),
            new("physical.pain", PhysicalHealth, "Do you have pain most days?", YesNo),
            new("physical.unwell", PhysicalHealth, "Is there an illness that is not under control now?", YesNo),
            new("physical.other", PhysicalHealth, "Other illnesses?", Text),
        ];

    private static IEnumerable<IntakeQuestion> Life() =>
        [
            Needed("supports.someone", Supports, "Is there someone who can be with you if you feel unwell?", YesNo),
            new("supports.who", Supports, "Who helps you now?", Text),
            new("supports.goal", Supports, "What would you like to come of this?", Text, "A lower dose is a good goal too."),
            Needed(
                "home.safe",
                HomeSafety,
                "Do you feel safe where you live?",
                YesNo,
                "Answer when no one can read along. You may skip this."
            ),
            Needed("home.storage", HomeSafety, "Can your medicine be locked away from others?", YesNo),
            Needed(
                "home.firearm",
                HomeSafety,
                "Is there a gun at home? Is it locked away?",
                Choice,
                "When life feels dark, space from a gun saves lives."
            ) with
            {
                Choices = ["none", "locked", "notLocked"],
            },
            new("home.work", HomeSafety, "Do you drive, work high up, or work with machines?", YesNo),
        ];

    private static IntakeQuestion Needed(string id, IntakePart part, string text, QuestionKind kind, string? why = null) =>
        new(id, part, text, kind, why) { IsNeeded = true };
}
