using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Patients;

/// <summary>Made-up people and entries.</summary>
internal static class Made
{
    public static readonly DateOnly Day = new(2026, 12, 1);
    public static readonly DateTime Now = new(2026, 12, 1, 10, 0, 0, DateTimeKind.Utc);
    public static readonly Guid Staff = Guid.Parse("0193a000-0000-7000-8000-000000000001");

    public static MoveEntry Move(string? reason = null) => new(Guid.CreateVersion7(), Now.AddYears(1), Staff, TimeZoneInfo.Utc, reason);

    public static Entry Entry(Guid? amends = null, string? why = null) => new(Guid.CreateVersion7(), Now, Staff, amends, why);

    public static EpisodeOfCare Episode() => EpisodeOfCare.Open(Guid.CreateVersion7(), Guid.CreateVersion7(), Day, Move()).Episode;

    public static Patient Patient(PatientDetails? details = null) =>
        Treatment.Patients.Patient.Register(
            Guid.CreateVersion7(),
            details ?? new() { GivenName = "Ana", FamilyName = "Example" },
            Now,
            Staff
        );

    public static Dictionary<string, IntakeAnswer> Answers(params (string Id, string Value)[] given) =>
        given.ToDictionary(g => g.Id, g => IntakeAnswer.Of(g.Value));

    public static IntakeFacts Facts(params (string Id, string Value)[] given) => new(Answers(given));

    public static string RuleOf(Action broken) => Assert.Throws<Treatment.RuleViolationException>(broken).Rule;
}
