namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Steps that the inner loop takes without a decision: time passes, a dose is swallowed, and then rows are read, the same time apart. A
/// taper by the hour is one run from each dose to the next.
/// </summary>
/// <param name="Slot">Place of the stretch in <see cref="LevelSlice.Slots"/>.</param>
/// <param name="Milligrams">Swallowed at the end of the first stretch; 0 for none.</param>
/// <param name="Rows">Rows read: one after the dose, and one after each further stretch. 0 where a dose falls between two rows.</param>
/// <param name="EndsDay">Its last row is the last of its day.</param>
internal readonly record struct StepRun(int Slot, double Milligrams, int Rows, bool EndsDay);

/// <summary>
/// Some rows of the timeline that everybody is taken through before the next ones: how to get there, and what of it needs exponentials.
/// </summary>
internal sealed class LevelSlice
{
    /// <summary>The slot of stretches in which no time passes: every mode keeps all of itself.</summary>
    public const int NoTime = 0;

    private LevelSlice(int firstRow, int rows, Range steps, StepRun[] runs, int[] slots) =>
        (FirstRow, Rows, Steps, Runs, Slots) = (firstRow, rows, steps, runs, slots);

    public int FirstRow { get; }

    public int Rows { get; }

    /// <summary>Among the steps of the timeline.</summary>
    public Range Steps { get; }

    public StepRun[] Runs { get; }

    /// <summary>Of each slot after <see cref="NoTime"/>, its place in <see cref="HistoryGrid.Intervals"/>.</summary>
    public int[] Slots { get; }

    /// <param name="rowsTogether">Rows of every slice but the last.</param>
    /// <param name="rowsOfDay">No run goes on from one day into the next; 0 where days do not matter.</param>
    public static List<LevelSlice> Cut(HistoryGrid timeline, int rowsTogether, int rowsOfDay)
    {
        var steps = timeline.Steps;
        var slices = new List<LevelSlice>((timeline.Rows + rowsTogether - 1) / rowsTogether);
        var runs = new List<StepRun>();
        var slots = new List<int>();
        var slotOf = new int[timeline.Intervals.Length];
        for (var (first, at, row) = (0, 0, 0); row < timeline.Rows; at++)
        {
            var step = steps[at];
            var slot = SlotOf(step.Interval);
            if (step.Row < 0)
            {
                runs.Add(new StepRun(slot, step.Milligrams, 0, false));
                continue;
            }
            row = step.Row + 1;
            var endsDay = rowsOfDay > 0 && row % rowsOfDay == 0;
            if (runs.Count > 0 && step.Milligrams == 0 && runs[^1] is { Rows: > 0, EndsDay: false } before && before.Slot == slot)
                runs[^1] = before with { Rows = before.Rows + 1, EndsDay = endsDay };
            else
                runs.Add(new StepRun(slot, step.Milligrams, 1, endsDay));
            if (row % rowsTogether != 0 && row != timeline.Rows)
                continue;
            var firstRow = slices.Count * rowsTogether;
            slices.Add(new LevelSlice(firstRow, row - firstRow, first..(at + 1), [.. runs], [.. slots]));
            foreach (var interval in slots)
                slotOf[interval] = NoTime;
            runs.Clear();
            slots.Clear();
            first = at + 1;
        }
        return slices;

        int SlotOf(int interval)
        {
            if (interval < 0)
                return NoTime;
            if (slotOf[interval] == 0)
            {
                slots.Add(interval);
                slotOf[interval] = slots.Count;
            }
            return slotOf[interval];
        }
    }
}
