using static Glidepath.Treatment.Facilities.CriterionGroup;
using static Glidepath.Treatment.Facilities.CriterionRole;

namespace Glidepath.Treatment.Facilities;

public static partial class CriterionTable
{
    private static IEnumerable<Criterion> Settings() =>
        SettingLadder.All.Select(rung =>
            Row(
                rung.Id,
                CriterionGroup.Setting,
                Hard,
                string.Join(' ', rung.Codes),
                rung.Label,
                rung.Question,
                2,
                rung.Aliases,
                rung.Caution,
                FacilitySources.Ladder
            )
        );

    private static IEnumerable<Criterion> Therapies() =>
        [
            Row(
                "cbt",
                CriterionGroup.Therapy,
                Soft,
                "CBT",
                "Offers cognitive behavioral therapy (CBT)",
                "Who gives CBT, and how often?",
                2
            ),
            Row(
                "motivational-interviewing",
                CriterionGroup.Therapy,
                Soft,
                "MOTI",
                "Uses motivational interviewing",
                "Do you use motivational interviewing?",
                1,
                "motivational"
            ),
            Row(
                "trauma",
                CriterionGroup.Therapy,
                Soft,
                "TRC TRMA EMDR PTSD",
                "Treats trauma",
                "Do you treat trauma? How?",
                1,
                "trauma-therapy ptsd"
            ),
            Row(
                "dbt",
                CriterionGroup.Therapy,
                Soft,
                "DBT",
                "Offers dialectical behavior therapy (DBT)",
                "Do you offer DBT?",
                1,
                "",
                "Only the mental health directory lists it."
            ),
            Row(
                "relapse-prevention",
                CriterionGroup.Therapy,
                Soft,
                "RELP",
                "Teaches how to prevent a return to use",
                "How do you help people plan for hard days?"
            ),
            Row(
                "individual-counseling",
                CriterionGroup.Therapy,
                Soft,
                "ICO IPT",
                "Offers one-to-one talks",
                "How often would I talk with a counselor alone?"
            ),
            Row("group-counseling", CriterionGroup.Therapy, Soft, "GCO GT", "Offers group talks", "What groups do you have?"),
            Row(
                "twelve-step",
                CriterionGroup.Therapy,
                Soft,
                "TWFA",
                "Uses the 12 steps",
                "Are the 12 steps part of your program? Do I have to take part?",
                1,
                "12-step",
                "Some people want it and some do not: ask for it, or ask for places without it."
            ),
            Row(
                "contingency-management",
                CriterionGroup.Therapy,
                Soft,
                "CMI CRV",
                "Rewards steps forward (contingency management)",
                "Do you use rewards for reaching goals?"
            ),
        ];

    private static IEnumerable<Criterion> MentalHealthCare() =>
        [
            Row(
                "co-occurring",
                MentalHealth,
                Soft,
                "CO IDD",
                "Treats mental health and substance use together",
                "Do you treat anxiety or depression at the same time, in one plan?",
                3,
                "dual-diagnosis"
            ),
            Also(
                "anxiety",
                "Has mental health care there, for anxiety",
                "Who treats anxiety while the dose goes down?",
                "The directories list mental health care and do not name anxiety: ask."
            ),
            Also(
                "depression",
                "Has mental health care there, for depression",
                "Who treats depression while the dose goes down?",
                "The directories list mental health care and do not name depression: ask."
            ),
            Also(
                "panic",
                "Has mental health care there, for panic attacks",
                "What do you do about panic attacks while the dose goes down?",
                "The directories list mental health care and do not name panic attacks: ask."
            ),
            Row(
                "serious-mental-illness",
                MentalHealth,
                Soft,
                "SUMH SMI",
                "Treats serious mental illness together with substance use",
                "Do you treat serious mental illness?",
                2
            ),
            Row(
                "mental-health-services",
                MentalHealth,
                Soft,
                "MHS MH",
                "Has mental health care on site",
                "Who gives mental health care at your place?",
                2
            ),
            Row(
                "mental-health-assessment",
                MentalHealth,
                Soft,
                "CMHA",
                "Does a full mental health check",
                "Do you do a full mental health check at the start?"
            ),
            Row(
                "mental-health-medicine",
                MentalHealth,
                Soft,
                "MMD",
                "Prescribes medicine for mental health",
                "Who prescribes medicine for anxiety or depression?",
                2
            ),
            Row(
                "suicide-prevention",
                MentalHealth,
                Soft,
                "SPS",
                "Helps to prevent suicide",
                "How do you keep people safe who think of suicide?",
                2
            ),
            Row("pain", MentalHealth, Soft, "COPSU", "Treats pain together with substance use", "Do you treat chronic pain too?"),
            Row(
                "medical-exam",
                MentalHealth,
                Soft,
                "MHPA",
                "Does a full medical exam",
                "Does a doctor examine me before treatment starts?"
            ),
            Row("primary-care", MentalHealth, Soft, "IPC", "Has general medical care on site", "Do you have general medical care?"),
        ];

    /// <summary>A condition that people name and no directory does: what is listed is care that would treat it.</summary>
    private static Criterion Also(string id, string label, string question, string caution) =>
        Row(id, MentalHealth, Soft, "MHS MH CO", label, question, 1, "", caution);

    private static IEnumerable<Criterion> Families() =>
        [
            Row(
                "family",
                CriterionGroup.Family,
                Soft,
                "FCO CFT FPSY",
                "Works with the family",
                "How can the family take part?",
                1,
                "family-therapy family-counseling"
            ),
            Row("couples", CriterionGroup.Family, Soft, "MCO CFT", "Works with couples", "Do you offer talks for couples?"),
            Row(
                "children-beds",
                CriterionGroup.Family,
                Soft,
                "BC",
                "Has beds for the children of people in care",
                "Can my child stay with me?",
                2,
                "",
                "Few places list it: 62 of 2,287 that list benzodiazepine withdrawal in 2022."
            ),
            Row("child-care", CriterionGroup.Family, Soft, "CCC", "Has child care", "Is there child care while I am in treatment?"),
            Row(
                "aftercare",
                AfterCare,
                Soft,
                "ACC",
                "Offers care after the program ends",
                "What happens after I leave? For how long?",
                2,
                "continuing-care"
            ),
            Row(
                "discharge-planning",
                AfterCare,
                Soft,
                "DP",
                "Plans with you before you leave",
                "When do you start to plan for the time after?"
            ),
            Row(
                "outcome-follow-up",
                AfterCare,
                Soft,
                "OFD",
                "Calls people later to see how they are",
                "Do you call people after they leave?"
            ),
            Row(
                "peer-support",
                AfterCare,
                Soft,
                "PEER RC",
                "Has helpers who went through it themselves",
                "Can I talk with someone who has tapered?"
            ),
            Row(
                "sober-housing",
                AfterCare,
                Soft,
                "HH",
                "Has housing for the time after",
                "Do you have housing, or know of some?",
                1,
                "",
                "Housing is not treatment."
            ),
            Row(
                "case-management",
                AfterCare,
                Soft,
                "CM ICM",
                "Has someone who helps with the paperwork of life",
                "Will one person help me with insurance, work and housing?"
            ),
            Row(
                "telehealth",
                Access,
                Soft,
                "TELE",
                "Offers visits by video or phone",
                "Can I have visits by video or phone? Can you prescribe that way?",
                1,
                "telemedicine"
            ),
            Row("transport", Access, Soft, "TA", "Helps you get there", "Can you help me get there?", 1, "transportation"),
            Row("interim-services", Access, Soft, "ISC", "Helps while you wait for a place", "What help is there while I wait?", 1),
        ];
}
