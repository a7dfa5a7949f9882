namespace Glidepath.Treatment.Patients;

/// <summary>Four different things, never merged: nobody asked, asked and not known, asked and not said, answered.</summary>
public enum AnswerState
{
    NotAsked,
    Unknown,
    NotSaid,
    Given,
}

/// <param name="Value">Only when given. Choices and yes/no as their word, numbers with a point, days as yyyy-MM-dd, several choices with a
/// comma between.</param>
public sealed record IntakeAnswer(AnswerState State, string? Value = null)
{
    public static readonly IntakeAnswer NotAsked = new(AnswerState.NotAsked);
    public static readonly IntakeAnswer Unknown = new(AnswerState.Unknown);
    public static readonly IntakeAnswer NotSaid = new(AnswerState.NotSaid);

    public static IntakeAnswer Of(string value) => new(AnswerState.Given, value);

    /// <summary>Asked, whatever came of it.</summary>
    public bool WasAsked => State is not AnswerState.NotAsked;

    internal IntakeAnswer Trimmed() => State is AnswerState.Given ? this with { Value = Value!.Trim() } : this with { Value = null };
}
