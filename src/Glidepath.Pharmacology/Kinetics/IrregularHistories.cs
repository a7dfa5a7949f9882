using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Virtual patients who each take their doses at times of their own: late, early, missed. One event is an intake or, with 0 mg, only a
/// look; event by event, patient beside patient.
/// </summary>
public sealed class IrregularHistories
{
    /// <summary>Whose three modes fit the first-level cache beside what streams by.</summary>
    private const int People = 256;

    private readonly double[] _gaps;
    private readonly double[] _milligrams;
    private readonly int _padded;

    /// <param name="patients">1 to <see cref="LevelRequest.MostPatients"/>.</param>
    /// <param name="events">Each patient has so many; 1 to <see cref="DoseHistory.MostIntakes"/>.</param>
    /// <param name="history">Gives hours since the patient's event before (0 or more; for the first since hour 0) and mg (0 or
    /// more).</param>
    /// <exception cref="ArgumentException">A gap or an amount is negative, too large or not a number.</exception>
    public IrregularHistories(int patients, int events, Func<int, int, DoseTaken> history)
    {
        if (patients is < 1 or > LevelRequest.MostPatients)
            throw new ArgumentOutOfRangeException(nameof(patients), patients, $"Accepted: 1 to {LevelRequest.MostPatients}.");
        if (events is < 1 or > DoseHistory.MostIntakes)
            throw new ArgumentOutOfRangeException(nameof(events), events, $"Accepted: 1 to {DoseHistory.MostIntakes}.");
        (Patients, Events, _padded) = (patients, events, Cohort.PaddedTo(patients));
        _gaps = new double[(long)events * _padded];
        _milligrams = new double[(long)events * _padded];
        for (var at = 0; at < events; at++)
        for (var patient = 0; patient < patients; patient++)
        {
            var (gap, milligrams) = history(patient, at);
            if (!(gap is >= 0 and <= DoseHistory.LongestHours) || !(milligrams is >= 0 and <= DoseHistory.MostMilligrams))
                throw new ArgumentException(
                    $"Patient {patient}, event {at}: {milligrams} mg after {gap} h; accepted: 0 to {DoseHistory.MostMilligrams} "
                        + $"mg after 0 to {DoseHistory.LongestHours:0} h.",
                    nameof(history)
                );
            _gaps[at * _padded + patient] = gap;
            _milligrams[at * _padded + patient] = milligrams;
        }
    }

    public int Patients { get; }

    public int Events { get; }

    /// <summary>
    /// The level of the drug in ng/mL just before each event, event after event, patient beside patient; nothing was taken before hour 0.
    /// </summary>
    public double[] Levels(KineticModel model, ulong seed, int threads = 1)
    {
        var levels = new double[(long)Events * Patients];
        Levels(VirtualPatients.Draw(model, [], Patients, seed, threads), levels, threads, LaneWidth.Widest);
        return levels;
    }

    internal void Levels(Cohort cohort, double[] levels, int threads, LaneWidth width) =>
        Workers.Run(
            threads,
            cohort.Chunks,
            (_, first, last) =>
            {
                var (from, to) = (first * Cohort.ChunkWidth, Math.Min(last * Cohort.ChunkWidth, _padded));
                if (width is LaneWidth.Widest && Vector512.IsHardwareAccelerated)
                    Walk<Lanes512>(cohort, levels, from, to);
                else if (width is not LaneWidth.One && Vector256.IsHardwareAccelerated)
                    Walk<Lanes256>(cohort, levels, from, to);
                else
                    Walk<Lanes1>(cohort, levels, from, to);
            }
        );

    /// <summary>Event by event over a chunk of people, whose state stays in the first-level cache while their events stream by.</summary>
    private void Walk<T>(Cohort cohort, double[] levels, int from, int to)
        where T : struct, ILanes<T>
    {
        unchecked
        {
            Span<double> state = stackalloc double[3 * People];
            Span<double> last = stackalloc double[8];
            for (var start = from; start < Math.Min(to, Patients); start += People)
            {
                state.Clear();
                var people = Math.Min(People, Math.Min(to, Patients) - start);
                for (var at = 0; at < Events; at++)
                for (var patient = 0; patient < people; patient += T.Width)
                {
                    var level = Step<T>(cohort, ref state[patient], at, start + patient);
                    var target = levels.AsSpan(at * Patients + start + patient);
                    if (patient + T.Width <= people)
                        level.Store(ref target[0], 0);
                    else
                    {
                        level.Store(ref last[0], 0);
                        last[..(people - patient)].CopyTo(target);
                    }
                }
            }
        }
    }

    /// <returns>The level just before the event.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Step<T>(Cohort cohort, ref double state, int at, int patient)
        where T : struct, ILanes<T>
    {
        unchecked
        {
            var (cell, person, stride) = ((nuint)at * (nuint)_padded + (nuint)patient, (nuint)patient, (nuint)_padded);
            ref var rates = ref cohort.Rates[0];
            ref var doses = ref cohort.Doses[0];
            var passed = T.All(-1) * T.Load(ref _gaps[0], cell);
            var amount = T.Load(ref _milligrams[0], cell);
            var y0 = T.Load(ref state, 0) * T.Exp(T.Load(ref rates, person) * passed);
            var y1 = T.Load(ref state, People) * T.Exp(T.Load(ref rates, person + stride) * passed);
            var level = y0 + y1;
            (y0 + amount * T.Load(ref doses, person)).Store(ref state, 0);
            (y1 + amount * T.Load(ref doses, person + stride)).Store(ref state, People);
            if (!cohort.Shape.TwoCompartments)
                return T.AtLeastZero(level);
            var y2 = T.Load(ref state, 2 * People) * T.Exp(T.Load(ref rates, person + 2 * stride) * passed);
            (y2 + amount * T.Load(ref doses, person + 2 * stride)).Store(ref state, 2 * People);
            return T.AtLeastZero(level + y2);
        }
    }
}
