using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Medications;

public enum ResultKind
{
    DrugTest,
    Laboratory,
}

public enum Specimen
{
    Urine,
    OralFluid,
    Blood,
    Breath,
    Hair,
    Other,
}

public enum TestMethod
{
    /// <summary>A screen: quick, and it can be wrong both ways.</summary>
    Immunoassay,

    /// <summary>Mass spectrometry, or another method that names the substance.</summary>
    Confirmed,

    /// <summary>Not said on the report; counts as not confirmed.</summary>
    NotSaid,
}

public enum ResultOutcome
{
    Found,
    NotFound,

    /// <summary>Measured: a number and its unit.</summary>
    Value,
}

public enum ExpectedOutcome
{
    NothingExpected,
    Found,
    NotFound,
}

/// <summary>A result as it is on the report.</summary>
/// <param name="What">What was looked for.</param>
/// <param name="Expected">By what the person takes, before the report was read.</param>
/// <param name="WhyExpected">Required where something was expected.</param>
/// <param name="TakenOn">When the specimen was taken, in the zone of the program.</param>
public sealed record ResultDetails(
    ResultKind Kind,
    string What,
    Specimen Specimen,
    TestMethod Method,
    ResultOutcome Outcome,
    decimal? Value,
    string? Unit,
    ExpectedOutcome Expected,
    string? WhyExpected,
    DateOnly TakenOn,
    DateOnly ReportedOn,
    string? Lab
)
{
    private const decimal MostValue = 1_000_000;

    private static readonly DateOnly First = new(1990, 1, 1);

    /// <summary>By the test alone: a screen never is.</summary>
    public bool IsConfirmed => Kind is ResultKind.Laboratory || Method is TestMethod.Confirmed;

    /// <summary>False also where nothing was expected.</summary>
    public bool IsUnexpected =>
        (Expected, Outcome) is (ExpectedOutcome.Found, ResultOutcome.NotFound) or (ExpectedOutcome.NotFound, ResultOutcome.Found);

    /// <param name="today">In the zone of the program.</param>
    /// <exception cref="RuleViolationException"><c>result.…</c>: a field is missing, too long or cannot be.</exception>
    public ResultDetails Checked(DateOnly today)
    {
        if (!(Enum.IsDefined(Kind) && Enum.IsDefined(Specimen) && Enum.IsDefined(Method)))
            throw new RuleViolationException("result.kind");
        if (!(Enum.IsDefined(Outcome) && Enum.IsDefined(Expected)))
            throw new RuleViolationException("result.outcome");
        var told = this with
        {
            What = Recorded.Required(What, "result.what"),
            Unit = Recorded.Optional(Unit, "result.unit", 40),
            WhyExpected = Recorded.Optional(WhyExpected, "result.why-expected", 1_000),
            Lab = Recorded.Optional(Lab, "result.lab"),
        };
        if (Outcome is ResultOutcome.Value != Value is not null)
            throw new RuleViolationException("result.value.goes-with");
        if (Value is < 0 or > MostValue)
            throw new RuleViolationException("result.value.range", ("most", MostValue));
        if (Value is not null && told.Unit is null)
            throw new RuleViolationException("result.unit.missing-with");
        if (Expected is not ExpectedOutcome.NothingExpected && told.WhyExpected is null)
            throw new RuleViolationException("result.why-expected.needed");
        if (TakenOn > today || TakenOn < First)
            throw new RuleViolationException("result.taken", ("first", First), ("today", today));
        if (ReportedOn > today || ReportedOn < TakenOn)
            throw new RuleViolationException("result.reported", ("taken", TakenOn), ("today", today));
        return told;
    }
}

/// <summary>
/// One result of a drug test or of the laboratory, typed from its report (HL7 FHIR <c>Observation</c>). It is read by people: no rule, no
/// alert and no task reads it. A correction is a new entry that names the one before.
/// </summary>
[RecordOf(DataClass.Assessments)]
public sealed class ObservationResult : IPatientRecord, IAppendOnly
{
    private ObservationResult() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    /// <summary>Read <see cref="Details"/>.</summary>
    [Encrypted]
    public string DetailsJson { get; private set; } = "";

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public ResultDetails Details => field ??= Recorded.Read<ResultDetails?>(DetailsJson, null)!;

    /// <param name="today">In the zone of the program.</param>
    public static ObservationResult Record(EpisodeOfCare episode, ResultDetails details, DateOnly today, Entry entry)
    {
        entry = entry.Checked();
        return new()
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            DetailsJson = Recorded.Json(details.Checked(today)),
            AmendsId = entry.AmendsId,
            AmendmentReason = entry.AmendmentReason,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
