using Glidepath.Tests.Shared;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Assessments;

namespace Glidepath.Web.Tests.Assessments;

public sealed class SafetyStepTextTests
{
    private static readonly DateTime At = new(2026, 12, 1, 9, 30, 0, DateTimeKind.Utc);

    private static readonly Guid Nurse = Guid.CreateVersion7();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_person_alone_always_sees_988(bool alerted) =>
        Assert.Contains("988", Words(SafetyStepText.ForPatient(Alone(alerted), alertedCanOpen: alerted)), StringComparison.Ordinal);

    [Fact]
    public void The_text_names_who_was_alerted_or_says_that_nobody_is_watching()
    {
        var watched = SafetyStepText.ForPatient(Alone(true), alertedCanOpen: true, hours: "Monday to Friday");
        Assert.Contains("sent word to Ana, your nurse.", Words(watched), StringComparison.Ordinal);
        Assert.Contains("next at work (Monday to Friday).", Words(watched), StringComparison.Ordinal);
        var unwatched = Words(SafetyStepText.ForPatient(Alone(false), alertedCanOpen: false));
        Assert.Contains("Nobody is watching", unwatched, StringComparison.Ordinal);
        Assert.DoesNotContain("sent word", unwatched, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_was_alerted_and_can_no_longer_open_the_step_is_not_said_to_know()
    {
        var text = Words(SafetyStepText.ForPatient(Alone(true), alertedCanOpen: false));
        Assert.Contains("Nobody is watching", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_is_plain() =>
        Assert.All(
            new[]
            {
                SafetyStepText.ForPatient(Alone(true), alertedCanOpen: true),
                SafetyStepText.ForPatient(Alone(false), alertedCanOpen: false),
                SafetyStepText.ForStaff(),
            },
            t => Assert.True(Reading.Grade(Words(t)) <= 6)
        );

    private static string Words(SafetyStepText text) => string.Join(" ", text.Paragraphs);

    private static SafetyStep Alone(bool alerted) =>
        SafetyStep.OpenForPatient(
            Guid.CreateVersion7(),
            EpisodeOfCare
                .Open(
                    Guid.CreateVersion7(),
                    Guid.CreateVersion7(),
                    new(2026, 12, 1),
                    new MoveEntry(Guid.CreateVersion7(), At, Nurse, TimeZoneInfo.Utc, "called")
                )
                .Episode,
            SafetyTrigger.InstrumentItem,
            "phq-9: 9",
            At,
            alerted ? new(Nurse, "Ana, your nurse") : null
        );
}
