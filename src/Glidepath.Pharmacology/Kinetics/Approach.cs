namespace Glidepath.Pharmacology.Kinetics;

/// <summary>How long the level takes to mostly settle after a change of the daily dose.</summary>
public static class Approach
{
    /// <summary>
    /// Hours after a change of the daily dose until the mean level has made 90 % of its way to the new steady state, from the old one. It
    /// does not depend on the size of the change.
    /// </summary>
    /// <param name="model">As adjusted for the person, if at all.</param>
    /// <returns>One band an analyte, over the members of the model.</returns>
    public static IReadOnlyList<Band> HoursToNinetyPercent(KineticModel model)
    {
        var cohort = ParameterBox.Members(model, []);
        return
        [
            .. Enumerable
                .Range(0, cohort.Shape.Analytes)
                .Select(analyte =>
                    Band.OfMembers([.. Enumerable.Range(0, cohort.Count).Select(person => HoursToNinetyPercent(cohort, person, analyte))])
                ),
        ];
    }

    /// <summary>What is left of the old level falls as the area under each mode that is still to come, Σ (B/λ)·e^(−λt).</summary>
    private static double HoursToNinetyPercent(Cohort cohort, int person, int analyte)
    {
        double Left(double hours)
        {
            var left = 0d;
            for (var mode = 0; mode < cohort.Shape.States; mode++)
            {
                var rate = cohort.Rates[mode * cohort.Padded + person];
                left += cohort.Doses[(analyte * cohort.Modes + mode) * cohort.Padded + person] / rate * Math.Exp(-rate * hours);
            }
            return left;
        }

        var tenth = Left(0) / 10;
        var (early, late) = (0d, 1d);
        while (Left(late) > tenth)
            late *= 2;
        for (var i = 0; i < 50; i++)
        {
            var middle = (early + late) / 2;
            if (Left(middle) > tenth)
                early = middle;
            else
                late = middle;
        }
        return late;
    }
}
