using System.Runtime.Intrinsics;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Virtual patients who each take their doses at times of their own: late, early, missed. One event is an intake or, with 0 mg, only a look; event by
/// event, patient beside patient.
/// </summary>
public sealed class IrregularHistories
{
    private readonly double[] _gaps;
    private readonly double[] _milligrams;
    private readonly int _padded;

    /// <param name="patients">1 to <see cref="LevelRequest.MostPatients"/>.</param>
    /// <param name="events">Each patient has so many; 1 to <see cref="DoseHistory.MostIntakes"/>.</param>
    /// <param name="history">Gives hours since the patient's event before (0 or more; for the first since hour 0) and mg (0 or more).</param>
    /// <exception cref="ArgumentException">A gap or an amount is negative, too large or not a number.</exception>
    public IrregularHistories(int patients, int events, Func<int, int, Intake> history)
    {
        if (patients is < 1 or > LevelRequest.MostPatients)
            throw new ArgumentOutOfRangeException(nameof(patients), patients, $"Accepted: 1 to {LevelRequest.MostPatients}.");
        if (events is < 1 or > DoseHistory.MostIntakes)
            throw new ArgumentOutOfRangeException(nameof(events), events, $"Accepted: 1 to {DoseHistory.MostIntakes}.");
        (Patients, Events, _padded) = (patients, events, (patients + 7) / 8 * 8);
        _gaps = new double[(long)events * _padded];
        _milligrams = new double[(long)events * _padded];
        for (var at = 0; at < events; at++)
            for (var patient = 0; patient < patients; patient++)
            {
                var (gap, milligrams) = history(patient, at);
                if (!(gap is >= 0 and <= DoseHistory.LongestHours) || !(milligrams is >= 0 and <= DoseHistory.MostMilligrams))
                    throw new ArgumentException($"Patient {patient}, event {at}: {milligrams} mg after {gap} h; accepted: 0 to {DoseHistory.MostMilligrams} mg after 0 to {DoseHistory.LongestHours:0} h.", nameof(history));
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
        Workers.Run(threads, cohort.Chunks, (_, first, last) =>
        {
            var (from, to) = (first * Cohort.ChunkWidth, Math.Min(last * Cohort.ChunkWidth, _padded));
            if (width is LaneWidth.Widest && Vector512.IsHardwareAccelerated)
                Walk<Lanes512>(cohort, levels, from, to);
            else if (width is not LaneWidth.One && Vector256.IsHardwareAccelerated)
                Walk<Lanes256>(cohort, levels, from, to);
            else
                Walk<Lanes1>(cohort, levels, from, to);
        });

    private void Walk<T>(Cohort cohort, double[] levels, int from, int to) where T : struct, ILanes<T>
    {
        unchecked
        {
            Span<double> last = stackalloc double[8];
            var stride = (nuint)_padded;
            ref var rates = ref cohort.Rates[0];
            ref var doses = ref cohort.Doses[0];
            // Vectors that hold padding alone have nowhere to be stored.
            for (var patient = (nuint)from; patient < (nuint)Math.Min(to, Patients); patient += (nuint)T.Width)
            {
                var (y0, y1, y2) = (T.All(0), T.All(0), T.All(0));
                var (k0, k1, k2) = (T.Load(ref rates, patient), T.Load(ref rates, patient + stride), T.Load(ref rates, patient + 2 * stride));
                var (b0, b1, b2) = (T.Load(ref doses, patient), T.Load(ref doses, patient + stride), T.Load(ref doses, patient + 2 * stride));
                var real = Math.Min(T.Width, Patients - (int)patient);
                for (var at = 0; at < Events; at++)
                {
                    var cell = (nuint)at * stride + patient;
                    var passed = T.All(-1) * T.Load(ref _gaps[0], cell);
                    y0 *= T.Exp(k0 * passed);
                    y1 *= T.Exp(k1 * passed);
                    if (cohort.Shape.TwoCompartments)
                        y2 *= T.Exp(k2 * passed);
                    var level = T.AtLeastZero(y0 + y1 + y2);
                    ref var target = ref levels[at * Patients + (int)patient];
                    if (real == T.Width)
                        level.Store(ref target, 0);
                    else
                    {
                        level.Store(ref last[0], 0);
                        last[..real].CopyTo(levels.AsSpan(at * Patients + (int)patient));
                    }
                    var amount = T.Load(ref _milligrams[0], cell);
                    y0 += amount * b0;
                    y1 += amount * b1;
                    y2 += amount * b2;
                }
            }
        }
    }
}
