using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Monitoring;

namespace Glidepath.Tests.Monitoring;

/// <summary>
/// 2,000 simulated people in their first 26 weeks of a taper, nobody's data: <see cref="MadeUpPerson"/> for symptoms, cuts and the
/// days that are filled, and with it the rest of a check-in. The chances are our own guesses; docs/clinical/burden.md has each of them.
/// </summary>
internal sealed class MadeUpCohort
{
    public const int People = 2000,
        DaysOfOne = 26 * 7;

    private const int FirstNumber = 70_000;

    /// <summary>A check-in that tells it.</summary>
    private static readonly (SinceLast What, double Chance)[] Happenings =
    [
        (SinceLast.Fall, 0.003),
        (SinceLast.EmergencyVisit, 0.002),
        (SinceLast.Alcohol, 0.015),
        (SinceLast.Opioid, 0.002),
        (SinceLast.MedicineChange, 0.005),
        (SinceLast.IllnessOrStrain, 0.02),
        (SinceLast.LowSupply, 0.005),
    ];

    private const double Missed = 0.02,
        Less = 0.01,
        More = 0.005,
        RedFlag = 0.005;

    private MadeUpCohort(int number)
    {
        var person = new MadeUpPerson(number, length: DaysOfOne);
        var draws = new Draws(unchecked((ulong)number * 0xD1B54A32D192ED03UL));
        (Number, Cuts) = (number, person.Cuts);
        Pace = draws.Uniform() switch
        {
            < 0.4 => DrugPace.Clonazepam,
            < 0.75 => DrugPace.Short,
            < 0.95 => DrugPace.Diazepam,
            _ => DrugPace.Hypnotic,
        };
        Days = [.. person.Days.Select(d => d with { Answers = Told(d.Answers, draws), DoseToldAt = At(d.On, 12) })];
    }

    public int Number { get; }

    public IReadOnlyList<DateOnly> Cuts { get; }

    public DrugPace Pace { get; }

    public IReadOnlyList<CheckInDay> Days { get; }

    /// <summary>Of the people one quarter, in their order.</summary>
    public static IReadOnlyList<MadeUpCohort> Quarter(int quarter) =>
        [
            .. Enumerable
                .Range(0, People)
                .Where(place => Gate.Of(place) == quarter)
                .AsParallel()
                .AsOrdered()
                .Select(place => new MadeUpCohort(FirstNumber + place)),
        ];

    public static DateTime At(DateOnly day, int hour) => day.ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);

    /// <summary>Of every answer of these people.</summary>
    public static string Hash(IEnumerable<MadeUpCohort> people)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var person in people)
        {
            hash.AppendData(
                Encoding.ASCII.GetBytes($"{person.Number} {person.Pace} {string.Join(' ', person.Cuts.Select(c => c.DayNumber))}\n")
            );
            foreach (var day in person.Days)
                hash.AppendData(Encoding.ASCII.GetBytes(Line(day)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Line(CheckInDay day)
    {
        var a = day.Answers;
        var symptoms = string.Concat(Symptom.All.Select(s => a.Symptoms[s.Id]));
        var (since, flags) = (string.Join(',', a.Since), string.Join(',', a.Flags));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{day.On.DayNumber} {a.Dose} {a.SleepHours} {a.SleepQuality} {a.Anxiety} {a.Craving} {symptoms} {since} {flags}\n"
        );
    }

    private static CheckInAnswers Told(CheckInAnswers symptoms, Draws draws)
    {
        var severity = (double)symptoms.Severity!.Value;
        List<SinceLast> since = [.. Happenings.Where(h => draws.Happens(h.Chance)).Select(h => h.What)];
        var dose = draws.Uniform() switch
        {
            < Missed => DoseAnswer.No,
            < Missed + Less => DoseAnswer.Partly,
            < Missed + Less + More => DoseAnswer.Extra,
            _ => DoseAnswer.Yes,
        };
        return symptoms with
        {
            Dose = dose,
            SleepHours = Whole(7 - 0.8 * severity + draws.Normal(), 12),
            SleepQuality = Whole(3 - 0.7 * severity + 0.7 * draws.Normal(), CheckInAnswers.BestQuality),
            Anxiety = Whole(2 + 2 * severity + draws.Normal(), CheckInAnswers.WorstFelt),
            Craving = Whole(1 + severity + draws.Normal(), CheckInAnswers.WorstFelt),
            Since = since.Count == 0 ? [SinceLast.Nothing] : since,
            Flags = draws.Happens(RedFlag) ? [(RedSign)draws.OneOf(Enum.GetValues<RedSign>().Length)] : [],
        };
    }

    private static int Whole(double value, int most) => (int)Math.Clamp(Math.Round(value), 0, most);
}
