using System.Globalization;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>The person in care.</summary>
[RecordOf(DataClass.Demographics)]
public sealed class Patient : IPatientRecord, IVersioned
{
    private Patient() { }

    public Guid Id { get; private set; }

    public Guid PatientId => Id;

    public Guid Version { get; private set; }

    [Encrypted]
    public string? FamilyName { get; private set; }

    [Encrypted]
    public string? GivenName { get; private set; }

    [Encrypted]
    public string? PreferredName { get; private set; }

    /// <summary>ISO date; read <see cref="DateOfBirth"/>.</summary>
    [Encrypted]
    public string? DateOfBirthText { get; private set; }

    [Encrypted]
    public string? Pronouns { get; private set; }

    /// <summary>BCP 47, for example <c>en</c> or <c>es</c>.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>IANA name of where the person is; null for where the program is. Read it by <see cref="PatientZone"/>.</summary>
    [Encrypted]
    public string? TimeZone { get; private set; }

    [Encrypted]
    [RecordOf(DataClass.Contact)]
    public string? Phone { get; private set; }

    [Encrypted]
    [RecordOf(DataClass.Contact)]
    public string? Email { get; private set; }

    [Encrypted]
    [RecordOf(DataClass.Contact)]
    public string? Address { get; private set; }

    /// <summary>Read <see cref="Preferences"/>.</summary>
    [Encrypted]
    [RecordOf(DataClass.Contact)]
    public string? PreferencesJson { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RegisteredAt { get; private set; }

    public Guid RegisteredBy { get; private set; }

    public DateOnly? DateOfBirth =>
        DateOfBirthText is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public CommunicationPreferences Preferences => Recorded.Read(PreferencesJson, CommunicationPreferences.NotAsked);

    /// <summary>What staff call the person.</summary>
    public string DisplayName => $"{PreferredName ?? GivenName} {FamilyName}".Trim();

    public static Patient Register(Guid id, PatientDetails details, DateTime at, Guid by)
    {
        var patient = new Patient
        {
            Id = id,
            RegisteredAt = Recorded.Utc(at),
            RegisteredBy = by,
        };
        patient.Change(details);
        return patient;
    }

    public void Change(PatientDetails details)
    {
        var family = Recorded.Optional(details.FamilyName, "patient.family-name");
        var given = Recorded.Optional(details.GivenName, "patient.given-name");
        var preferred = Recorded.Optional(details.PreferredName, "patient.preferred-name");
        if (family is null && given is null && preferred is null)
            throw new RuleViolationException("patient.name.missing");
        if (details.DateOfBirth is { Year: < 1900 })
            throw new RuleViolationException("patient.date-of-birth.out-of-range");
        var (pronouns, phone) = (Recorded.Optional(details.Pronouns, "patient.pronouns"), Called(details.Phone));
        var (email, address) = (
            Recorded.Optional(details.Email, "patient.email"),
            Recorded.Optional(details.Address, "patient.address", 1_000)
        );
        var zone = PatientZone.Checked(details.TimeZone);
        var language = Recorded.Required(details.Language, "patient.language", 35);
        (FamilyName, GivenName, PreferredName, Pronouns, Phone, Email, Address, Language, TimeZone) = (
            family,
            given,
            preferred,
            pronouns,
            phone,
            email,
            address,
            language,
            zone
        );
        DateOfBirthText = details.DateOfBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>A number that was kept before numbers were read stays as it is.</summary>
    private string? Called(string? phone) =>
        Recorded.Optional(phone, "patient.phone") is var number && number == Phone ? number : PhoneNumber.Checked(number, "patient.phone");

    public void Prefer(CommunicationPreferences preferences) => PreferencesJson = Recorded.Json(preferences.Checked());

    /// <summary>In full years; null when the date of birth is not known.</summary>
    public int? AgeOn(DateOnly day)
    {
        if (DateOfBirth is not { } born || born > day)
            return null;
        var years = day.Year - born.Year;
        return born.AddYears(years) > day ? years - 1 : years;
    }
}

/// <summary>What is known of who a person is. One name is enough.</summary>
public sealed record PatientDetails
{
    public string? FamilyName { get; init; }

    public string? GivenName { get; init; }

    public string? PreferredName { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    public string? Pronouns { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>IANA name; null for that of the program.</summary>
    public string? TimeZone { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }
}
