using System.Reflection;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Glidepath.Tests.Architecture;

/// <summary>The areas of the domain point one way, and its records keep the store's promises. Each was made to fail once.</summary>
public class TreatmentTests
{
    private static readonly Assembly Domain = typeof(RuleViolationException).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture Areas = new ArchLoader().LoadAssemblies(Domain).Build();

    private static readonly System.Type[] Sealable = [typeof(string), typeof(byte[])];

    public static TheoryData<System.Type> Records() =>
        [.. Domain.GetTypes().Where(t => t.IsClass && typeof(IPatientRecord).IsAssignableFrom(t))];

    [Fact]
    public void Patients_know_nothing_of_assessments()
    {
        IArchRule rule = Types()
            .That()
            .ResideInNamespaceMatching(@"^Glidepath\.Treatment\.Patients$")
            .Should()
            .NotDependOnAnyTypesThat()
            .ResideInNamespaceMatching(@"^Glidepath\.Treatment\.Assessments$");
        Assert.True(rule.HasNoViolations(Areas), string.Join("; ", rule.Evaluate(Areas).Where(r => !r.Passed).Select(r => r.Description)));
    }

    [Fact]
    public void Patients_assessments_facilities_and_therapy_touch_no_file_network_clock_chance_or_task()
    {
        string[] banned =
        [
            "System.IO.",
            "System.Net.",
            "System.Threading.Tasks.",
            "System.Random",
            "System.TimeProvider",
            "System.Console",
            "System.Environment",
            "Microsoft.",
        ];
        Assert.DoesNotContain(
            Areas
                .Types.Where(t =>
                    new[] { "Patients", "Assessments", "Facilities", "Therapy" }.Any(area =>
                        t.FullName.StartsWith($"Glidepath.Treatment.{area}.", StringComparison.Ordinal)
                    )
                )
                .SelectMany(t => t.Dependencies.Select(d => d.Target.FullName)),
            used => banned.Any(b => used.StartsWith(b, StringComparison.Ordinal))
        );
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_can_be_loaded_by_a_store_and_changed_only_by_itself(System.Type record)
    {
        Assert.NotNull(record.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, []));
        // What several kinds have in common is set by the kind itself, and by nothing outside this project.
        Assert.All(
            record.GetProperties().Where(p => p.SetMethod is not null),
            p => Assert.True(p.SetMethod!.IsPrivate || p.SetMethod.IsFamilyAndAssembly && p.DeclaringType!.IsAbstract, p.Name)
        );
        Assert.True(
            typeof(IAppendOnly).IsAssignableFrom(record) != typeof(IVersioned).IsAssignableFrom(record),
            "either written once or under a version"
        );
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Only_texts_and_files_are_encrypted_and_one_that_is_not_is_on_the_list(System.Type record)
    {
        // A bed is asked for by its name: no two people have one.
        string[] plain = ["Language", "InstrumentId", "AmendmentReason", "RetentionSource", nameof(Stay.Bed)];
        var stored = record.GetProperties().Where(p => p.SetMethod is not null).ToList();
        Assert.All(
            stored.Where(p => p.GetCustomAttribute<EncryptedAttribute>() is not null),
            p => Assert.Contains(p.PropertyType, Sealable)
        );
        Assert.DoesNotContain(
            stored,
            p => Sealable.Contains(p.PropertyType) && p.GetCustomAttribute<EncryptedAttribute>() is null && !plain.Contains(p.Name)
        );
    }
}
