using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Treatment.Assessments.InstrumentSources;

namespace Glidepath.Treatment.Assessments;

public static partial class InstrumentTable
{
    private static IReadOnlyList<Anchor> Strength { get; } = Anchors("Not at all", "A little", "Some", "A lot", "As strong as it can be");

    private static IReadOnlyList<Anchor> Signs { get; } = Anchors("Not seen", "Slight", "Clear", "Strong", "Extreme");

    private static Item Felt(string id, string text) => new(id, text, Strength);

    private static Item Seen(string id, string text) => new(id, text, Signs, IsScored: false) { IsObserved = true };

    /// <summary>Our own. It has no bands: nobody has tested it, so a score is only read against the same person's earlier ones.</summary>
    public static Instrument WithdrawalTracker { get; } =
        new("glidepath-withdrawal", 1, "Withdrawal tracker", "en", AnsweredBy.Both)
        {
            Lead = "In the last 24 hours, how strong was each of these? Skip what you like.",
            Items =
            [
                Felt("anxious", "Feeling anxious or in panic"),
                Felt("irritable", "Feeling irritable or upset"),
                Felt("low", "Feeling low or without hope"),
                Felt("sleep", "Trouble sleeping"),
                Felt("restless", "Feeling restless, unable to sit still"),
                Felt("shaky", "Feeling shaky or sweaty"),
                Felt("heart", "Heart racing or pounding"),
                Felt("muscles", "Tight, twitching or aching muscles"),
                Felt("senses", "Light, sound or touch is too much"),
                Felt("tingling", "Tingling, numbness or ringing ears"),
                Felt("unreal", "Feeling unreal or far away"),
                Felt("thinking", "Trouble thinking or remembering"),
                new(
                    "sleep-hours",
                    "How many hours did you sleep?",
                    [.. Enumerable.Range(0, 17).Select(h => new Anchor(h, $"{h}"))],
                    IsScored: false
                ),
                new("suicide", "Have you had thoughts of ending your life?", Anchors("No", "Yes"), IsScored: false, OpensSafetyStep: true),
                Seen("tremor", "Tremor of the hands held out"),
                Seen("sweat", "Sweat on face or palms"),
                Seen("agitation", "Pacing, cannot stay still"),
                Seen("confusion", "Confused, or sees or hears what others do not: urgent"),
            ],
            Licence = "Apache-2.0, part of Glidepath.",
            Citation = "Glidepath. The symptoms are those of table 3 of the Joint Guideline 2025, in our own words.",
            Wording = Wording.Own,
            VerifiedAgainst = "Not validated. No bands, no cut-off; a person is compared only with themselves.",
            Confidence = Derived,
            Purposes = [Purpose.BenzodiazepineWithdrawal, Purpose.SuicideRisk],
            LooksBackDays = 1,
        };

    private static IReadOnlyList<Anchor> ZeroToSeven { get; } =
        Anchors("None", "1", "2", "3", "Moderate", "5", "6", "As strong as it can be");

    public static Instrument CiwaAr { get; } =
        new("ciwa-ar", 1, "CIWA-Ar: alcohol only", "en", AnsweredBy.Staff)
        {
            Lead =
                "For withdrawal from alcohol only. It does not measure withdrawal from a benzodiazepine. Rate with the original "
                + "sheet beside you.",
            Items =
            [
                .. Items(
                    ZeroToSeven,
                    "Nausea and vomiting",
                    "Tremor, arms held out",
                    "Bouts of sweating",
                    "Anxiety",
                    "Agitation",
                    "Touch: itching, pins and needles, bugs",
                    "Hearing: sounds harsh or not there",
                    "Seeing: light harsh or things not there",
                    "Headache, fullness in the head"
                ),
                new(
                    "10",
                    "Orientation and adding in steps",
                    Anchors(
                        "Oriented, adds",
                        "Cannot add, or unsure of the date",
                        "Date off by up to 2 days",
                        "Date off by more than 2 days",
                        "Place or person not known"
                    )
                ),
            ],
            Bands =
            [
                new(0, 9, "mild", AsamAlcohol, Secondary),
                new(10, 18, "moderate", AsamAlcohol, Secondary),
                new(19, 67, "severe", AsamAlcohol, Secondary),
            ],
            Licence = "Public domain: not copyrighted, may be used freely (CamCOPS, after Sullivan 1989).",
            Citation = "Sullivan JT, et al. 1989, doi 10.1111/j.1360-0443.1989.tb00737.x.",
            Wording = Wording.Own,
            VerifiedAgainst =
                "Ten items, nine of 0 to 7 and one of 0 to 4, in all 67: cliot documentation. Bands: ASAM; others use 8, 15 and "
                + "20. Middle anchors shortened.",
            Confidence = Secondary,
            Purposes = [Purpose.AlcoholWithdrawal],
        };

    private static IReadOnlyList<Anchor> Steps(params (int Score, string Text)[] steps) =>
        [.. steps.Select(s => new Anchor(s.Score, s.Text))];

    public static Instrument Cows { get; } =
        new("cows", 1, "COWS: opioids only", "en", AnsweredBy.Staff)
        {
            Lead = "For withdrawal from opioids only. Rate only what withdrawal explains, with the original sheet beside you.",
            Items =
            [
                new("1", "Resting pulse", Steps((0, "80 or below"), (1, "81 to 100"), (2, "101 to 120"), (4, "above 120"))),
                new(
                    "2",
                    "Sweating, last half hour",
                    Steps(
                        (0, "none told"),
                        (1, "chills or flushing told"),
                        (2, "flushed or moist face"),
                        (3, "beads of sweat"),
                        (4, "sweat running")
                    )
                ),
                new(
                    "3",
                    "Restlessness",
                    Steps((0, "sits still"), (1, "hard to sit still"), (3, "shifts often"), (5, "cannot sit for seconds"))
                ),
                new(
                    "4",
                    "Pupils",
                    Steps((0, "normal for the light"), (1, "may be large"), (2, "moderately wide"), (5, "only the rim shows"))
                ),
                new("5", "Bone or joint aches", Steps((0, "none"), (1, "mild"), (2, "severe, told"), (4, "rubs joints, cannot sit still"))),
                new(
                    "6",
                    "Runny nose or tears",
                    Steps((0, "none"), (1, "stuffy or moist"), (2, "runny or tearing"), (4, "running all the time"))
                ),
                new(
                    "7",
                    "Stomach, last half hour",
                    Steps((0, "none"), (1, "cramps"), (2, "nausea or loose stool"), (3, "vomiting or diarrhoea"), (5, "several times"))
                ),
                new(
                    "8",
                    "Tremor, hands held out",
                    Steps((0, "none"), (1, "felt, not seen"), (2, "slight, seen"), (4, "gross, or twitching"))
                ),
                new("9", "Yawning", Steps((0, "none"), (1, "once or twice"), (2, "three times or more"), (4, "several a minute"))),
                new(
                    "10",
                    "Anxiety or irritability",
                    Steps((0, "none"), (1, "told, growing"), (2, "plain to see"), (4, "hard to take part"))
                ),
                new("11", "Gooseflesh", Steps((0, "smooth"), (3, "felt, or hairs standing"), (5, "plain to see"))),
            ],
            Bands =
            [
                new(0, 4, "none to slight", InstrumentSources.Cows, Secondary),
                new(5, 12, "mild", InstrumentSources.Cows, Secondary),
                new(13, 24, "moderate", InstrumentSources.Cows, Secondary),
                new(25, 36, "moderately severe", InstrumentSources.Cows, Secondary),
                new(37, 48, "severe", InstrumentSources.Cows, Secondary),
            ],
            Licence = "Free to copy and use clinically (from memory, unverified).",
            Citation = "Wesson DR, Ling W. J Psychoactive Drugs 2003;35:253.",
            Wording = Wording.Own,
            VerifiedAgainst =
                "Range 48 and bands: two public pages. Steps of items 1 to 9: the form of PCSS-MAT and a calculator page; of 10 "
                + "and 11: three public programs that agree.",
            Confidence = Secondary,
            Purposes = [Purpose.OpioidWithdrawal],
        };
}
