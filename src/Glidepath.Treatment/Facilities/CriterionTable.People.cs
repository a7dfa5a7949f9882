using static Glidepath.Treatment.Facilities.CriterionGroup;
using static Glidepath.Treatment.Facilities.CriterionRole;

namespace Glidepath.Treatment.Facilities;

public static partial class CriterionTable
{
    private const string AskThePlan = "It does not say which plan. Ask, and ask your plan too.";

    private static IEnumerable<Criterion> Payments() =>
        [
            Row("medicaid", Payment, Hard, "MD", "Takes Medicaid", "Do you take my Medicaid plan?", 2, "", AskThePlan),
            Row("medicare", Payment, Hard, "MC", "Takes Medicare", "Do you take my Medicare plan?", 2, "", AskThePlan),
            Row(
                "private-insurance",
                Payment,
                Hard,
                "PI",
                "Takes private health insurance",
                "Are you in my plan's network? What will I have to pay?",
                2,
                "private insurance",
                AskThePlan
            ),
            Row("military", Payment, Hard, "MI", "Takes military insurance (TRICARE)", "Do you take TRICARE?", 2, "tricare", AskThePlan),
            Row(
                "state-insurance",
                Payment,
                Hard,
                "SI",
                "Takes state health insurance other than Medicaid",
                "Do you take my state's plan?",
                2,
                "",
                AskThePlan
            ),
            Row(
                "va-funds",
                Payment,
                Hard,
                "VAF",
                "Is paid by the VA",
                "Can the VA pay for this?",
                2,
                "va",
                "Only the mental health directory lists it."
            ),
            Row(
                "tribal-funds",
                Payment,
                Hard,
                "ITU",
                "Takes tribal or Indian Health Service funds",
                "Do you take tribal or Indian Health Service funds?",
                2,
                "ihs tribal"
            ),
            Row("self-pay", Payment, Hard, "SF", "Lets you pay yourself", "What does it cost in all? What is due when?", 2, "cash"),
            Row("free", Payment, Hard, "NP", "Takes no payment", "Is there really nothing to pay?", 2, "no-payment"),
            Row(
                "sliding-scale",
                Payment,
                Soft,
                "SS",
                "Charges by what you earn",
                "How do you work out what I pay?",
                2,
                "sliding sliding-fee"
            ),
            Row("payment-assistance", Payment, Soft, "PA", "Helps with paying", "Who can help me with the cost?", 2, "assistance"),
        ];

    private static IEnumerable<Criterion> People() =>
        [
            Row("accepts-adults", Age, Hard, "ADLT", "Takes adults", "Do you take adults?", 1, "adults"),
            Row("accepts-young-adults", Age, Hard, "YAD", "Takes young adults", "From what age do you take people?", 1),
            Row("accepts-seniors", Age, Hard, "SNR", "Takes older adults", "Up to what age do you take people?", 1),
            Row(
                "accepts-children",
                Age,
                Hard,
                "CHLD",
                "Takes children and teens",
                "From what age do you take young people?",
                1,
                "children"
            ),
            Row("accepts-women", Sex, Hard, "FEM", "Takes women", "Do you take women?", 1),
            Row("accepts-men", Sex, Hard, "MALE", "Takes men", "Do you take men?", 1),
            Row("women", GroupServed, Soft, "WN", "Has a program for women", "Do you have a program for women only?"),
            Row("men", GroupServed, Soft, "MN", "Has a program for men", "Do you have a program for men only?"),
            Row(
                "pregnant",
                GroupServed,
                Soft,
                "PW",
                "Has a program for pregnant women and new mothers",
                "Do you work with my obstetrician?",
                3,
                "pregnancy"
            ),
            Row("young-adults", GroupServed, Soft, "TAY", "Has a program for young adults", "Do you have a program for young adults?"),
            Row("teens", GroupServed, Soft, "AD", "Has a program for teens", "Do you have a program for teens?"),
            Row(
                "older-adults",
                GroupServed,
                Soft,
                "SE",
                "Has a program for older adults",
                "How do you keep older people from falling during a taper?",
                1,
                "seniors"
            ),
            Row("veterans", GroupServed, Soft, "VET", "Has a program for veterans", "Do you have a program for veterans?"),
            Row(
                "active-duty",
                GroupServed,
                Soft,
                "ADM",
                "Has a program for active duty military",
                "Do you have a program for service members?"
            ),
            Row(
                "military-families",
                GroupServed,
                Soft,
                "MF",
                "Has a program for military families",
                "Do you have a program for military families?"
            ),
            Row(
                "lgbtq",
                GroupServed,
                Soft,
                "GL",
                "Has a program for LGBTQ people",
                "Do you have a program for LGBTQ people?",
                1,
                "",
                "Listed in 2022; the 2025 export no longer has it, so mind the date."
            ),
            Row("justice-involved", GroupServed, Soft, "CJ", "Has a program for people with court cases", "Do you work with courts?"),
            Row(
                "domestic-violence",
                GroupServed,
                Soft,
                "DV DVFP",
                "Helps people who were hurt by a partner",
                "How do you help people who were hurt by a partner? Is it private?",
                2
            ),
            Row(
                "sexual-abuse",
                GroupServed,
                Soft,
                "XA",
                "Helps people who were sexually abused",
                "How do you help people who were sexually abused?",
                2
            ),
            Row("hiv", GroupServed, Soft, "HV", "Has a program for people with HIV", "Do you have a program for people with HIV?"),
            Row(
                "brain-injury",
                GroupServed,
                Soft,
                "TBI",
                "Has a program for people with brain injury",
                "Do you treat people with a brain injury?"
            ),
        ];

    private static IEnumerable<Criterion> Languages() =>
        [
            Row(
                "spanish",
                Language,
                Hard,
                "SP",
                "Speaks Spanish",
                "Do counselors and doctors speak Spanish, or is there an interpreter?",
                2,
                "espanol"
            ),
            Row("sign-language", Language, Hard, "AH", "Has sign language", "Do you have sign language for all sessions?", 2, "asl deaf"),
            Row("other-languages", Language, Soft, "FX", "Speaks other languages", "Which languages do you speak?"),
            Row(
                "native-languages",
                Language,
                Soft,
                "NX N24 N40",
                "Speaks American Indian or Alaska Native languages",
                "Which native languages do you speak?"
            ),
            .. new[]
            {
                ("arabic", "F4", "Speaks Arabic", "Do counselors and doctors speak Arabic, or is there an interpreter?"),
                ("chinese", "F17", "Speaks Chinese", "Do counselors and doctors speak Chinese, or is there an interpreter?"),
                ("creole", "F19", "Speaks Creole", "Do counselors and doctors speak Creole, or is there an interpreter?"),
                ("farsi", "F25", "Speaks Farsi", "Do counselors and doctors speak Farsi, or is there an interpreter?"),
                ("french", "F28", "Speaks French", "Do counselors and doctors speak French, or is there an interpreter?"),
                ("german", "F30", "Speaks German", "Do counselors and doctors speak German, or is there an interpreter?"),
                ("greek", "F31", "Speaks Greek", "Do counselors and doctors speak Greek, or is there an interpreter?"),
                ("hebrew", "F35", "Speaks Hebrew", "Do counselors and doctors speak Hebrew, or is there an interpreter?"),
                ("hindi", "F36", "Speaks Hindi", "Do counselors and doctors speak Hindi, or is there an interpreter?"),
                ("hmong", "F37", "Speaks Hmong", "Do counselors and doctors speak Hmong, or is there an interpreter?"),
                ("italian", "F42", "Speaks Italian", "Do counselors and doctors speak Italian, or is there an interpreter?"),
                ("japanese", "F43", "Speaks Japanese", "Do counselors and doctors speak Japanese, or is there an interpreter?"),
                ("korean", "F47", "Speaks Korean", "Do counselors and doctors speak Korean, or is there an interpreter?"),
                ("polish", "F66", "Speaks Polish", "Do counselors and doctors speak Polish, or is there an interpreter?"),
                ("portuguese", "F67", "Speaks Portuguese", "Do counselors and doctors speak Portuguese, or is there an interpreter?"),
                ("russian", "F70", "Speaks Russian", "Do counselors and doctors speak Russian, or is there an interpreter?"),
                ("tagalog", "F81", "Speaks Tagalog", "Do counselors and doctors speak Tagalog, or is there an interpreter?"),
                ("vietnamese", "F92", "Speaks Vietnamese", "Do counselors and doctors speak Vietnamese, or is there an interpreter?"),
            }.Select(l => Row(l.Item1, Language, Hard, l.Item2, l.Item3, l.Item4, 2)),
        ];

    private static IEnumerable<Criterion> Houses() =>
        [
            Row("no-smoking", HouseRule, Soft, "SMON", "Does not allow smoking", "What are the rules on smoking?"),
            Row("smoking-area", HouseRule, Soft, "SMPD SMOP", "Allows smoking, or has an area for it", "What are the rules on smoking?"),
            Row(
                "joint-commission",
                Accreditation,
                Soft,
                "JC",
                "Accredited by the Joint Commission",
                "When did the Joint Commission last visit?",
                1,
                "",
                "A fact, not a grade."
            ),
            Row("carf", Accreditation, Soft, "CARF", "Accredited by CARF", "When did CARF last visit?", 1, "", "A fact, not a grade."),
            Row(
                "state-approved",
                Accreditation,
                Soft,
                "STAG STMH STDH HLA",
                "Licensed or approved by the state",
                "What is your state license number?",
                1,
                "",
                "A fact, not a grade."
            ),
            Row("health-center", Accreditation, Soft, "FQHC", "Federally funded health center", "Do you charge by what people earn?", 1),
        ];

    private static IEnumerable<Criterion> Exclusive() =>
        [
            Row(
                "alcohol-only",
                ExclusiveClients,
                Hard,
                "AUDO",
                "Serves only people with alcohol use disorder",
                "Do you take people who depend on a benzodiazepine?"
            ),
            Row(
                "opioid-only",
                ExclusiveClients,
                Hard,
                "OUDO",
                "Serves only people with opioid use disorder",
                "Do you take people who depend on a benzodiazepine?"
            ),
            Row(
                "dui-only",
                ExclusiveClients,
                Hard,
                "DUO",
                "Serves only people with a DUI or DWI case",
                "Do you take people without a court case?"
            ),
        ];

    private static IEnumerable<Criterion> Owners() =>
        [
            Row("for-profit", Ownership, CriterionRole.Shown, "PVTP", "Private, for profit", "Who owns you?"),
            Row("non-profit", Ownership, CriterionRole.Shown, "PVTN", "Private, not for profit", "Who owns you?"),
            Row(
                "government",
                Ownership,
                CriterionRole.Shown,
                "LCCG DDF IH STG TBG VAMC FED",
                "Run by a government or tribe",
                "Who runs you?"
            ),
        ];
}
