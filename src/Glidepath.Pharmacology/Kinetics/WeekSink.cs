namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Each person's mean level of every week, and the largest fall from one week to the next.</summary>
internal sealed class WeekSink : RowSink
{
    private const double HoursOfWeek = 7 * 24;

    private readonly double[] _hours;
    private readonly int _weeks;
    private readonly Person[][] _people;

    private struct Person
    {
        public double Sum, Before, Fall;
        public int Rows, Week;
    }

    /// <param name="until">Weeks that end later are not looked at: after the last dose every week falls.</param>
    public WeekSink(int people, int analytes, double[] hours, double until)
    {
        _hours = hours;
        _weeks = (int)Math.Floor(until / HoursOfWeek + 1e-9);
        _people = [.. Enumerable.Range(0, analytes).Select(_ => new Person[people])];
    }

    public override void Take(in RowBlock block)
    {
        var people = _people[block.Analyte].AsSpan(block.FirstPerson, block.People);
        for (var row = 0; row < block.Rows; row++)
        {
            var week = (int)Math.Floor(_hours[block.FirstRow + row] / HoursOfWeek + 1e-9);
            if (week > _weeks)
                return;
            var levels = block.Row(row);
            for (var i = 0; i < people.Length; i++)
            {
                ref var person = ref people[i];
                if (week > person.Week)
                    Close(ref person, week);
                person.Sum += levels[i];
                person.Rows++;
            }
        }
    }

    /// <summary>In per cent of the week before; 0 where no week fell or there are fewer than two.</summary>
    public double[] Falls(int analyte) => [.. _people[analyte].Select(p => p.Fall)];

    private static void Close(ref Person person, int week)
    {
        var mean = person.Rows > 0 ? person.Sum / person.Rows : person.Before;
        if (person.Before > 0)
            person.Fall = Math.Max(person.Fall, (person.Before - mean) * 100 / person.Before);
        (person.Before, person.Sum, person.Rows, person.Week) = (mean, 0, 0, week);
    }
}
