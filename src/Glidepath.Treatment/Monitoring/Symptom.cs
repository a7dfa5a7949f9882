namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// One symptom of withdrawal in our own words, after table 3 of the Joint Guideline 2025. No scale's wording is used, and the list has no
/// bands: a person is compared with themselves alone.
/// </summary>
/// <param name="Id">As it is kept; it never changes.</param>
/// <param name="Text">As the person reads it.</param>
public sealed record Symptom(string Id, string Text)
{
    public const int Strongest = 4;

    public static IReadOnlyList<Symptom> All { get; } =
    [
        new("irritable", "Irritable or upset"),
        new("restless", "Restless, can't sit still"),
        new("shaky", "Shaky or sweaty"),
        new("heart", "Heart racing or pounding"),
        new("muscles", "Tight, twitching or sore muscles"),
        new("stomach", "Sick stomach, or no wish to eat"),
        new("head", "Headache or dizzy"),
        new("senses", "Light, sound or touch is too much"),
        new("tingling", "Tingling, numb, or ringing ears"),
        new("clouded", "Clouded thoughts, or you forget things"),
        new("frightening", "Frightening thoughts"),
        new("unreal", "You or the world feel unreal"),
    ];

    public static Symptom? Find(string id) => All.FirstOrDefault(s => s.Id == id);
}
