namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>What one random prompt was answered with.</summary>
/// <param name="Settings">Place, people, time of day: as many as the person named, each once.</param>
public sealed record PromptedMoment(bool Hard, IReadOnlyCollection<string> Settings);

/// <param name="Share">Null: not enough yet.</param>
public sealed record SettingShare(string Setting, int Prompts, TriggerShare? Share);

/// <summary>
/// In which settings a person's prompts met hard moments. Each share is the plain one, not drawn toward the others. The order is by the
/// lower end of the interval, so that three of five do not stand above twenty of forty. Whichever stands first was also lucky: an interval
/// holds for a setting that was chosen beforehand, and less often for the highest of many.
/// </summary>
/// <param name="Overall">Of all prompts; settings overlap, so it is no sum of them. Null: not enough yet.</param>
/// <param name="Settings">Those with enough prompts, the surest first; then the others by number of prompts.</param>
public sealed record TriggerMap(TriggerShare? Overall, IReadOnlyList<SettingShare> Settings)
{
    public static TriggerMap Of(IReadOnlyCollection<PromptedMoment> prompts) =>
        new(
            TriggerShare.Of(prompts.Count(p => p.Hard), prompts.Count),
            [
                .. prompts
                    .SelectMany(p => p.Settings.Distinct(StringComparer.Ordinal).Select(setting => (Setting: setting, p.Hard)))
                    .GroupBy(p => p.Setting, StringComparer.Ordinal)
                    .Select(g => new SettingShare(g.Key, g.Count(), TriggerShare.Of(g.Count(p => p.Hard), g.Count())))
                    .OrderByDescending(s => s.Share?.Share.Low ?? -1)
                    .ThenByDescending(s => s.Prompts)
                    .ThenBy(s => s.Setting, StringComparer.Ordinal),
            ]
        );
}
