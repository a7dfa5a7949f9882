using System.Reflection;
using ArchUnitNET.Loader;
using Glidepath.Application.Shared;
using Glidepath.Treatment;

namespace Glidepath.Web.Tests.Architecture;

/// <summary>
/// Which area of a project may use which other. An arrow that is not listed is a decision somebody has to make; one that is listed and not
/// there any more is struck off.
/// </summary>
public sealed class AreaArrowTests
{
    private static readonly Dictionary<string, (Assembly Project, Dictionary<string, string[]> Arrows)> Projects = new()
    {
        ["Treatment"] = (
            typeof(RuleViolationException).Assembly,
            new()
            {
                ["Assessments"] = ["Patients", "Privacy"],
                ["Facilities"] = ["Patients", "Privacy"],
                ["Family"] = ["Patients", "Privacy"],
                ["Medications"] = ["Patients", "Privacy"],
                ["Messages"] = ["Patients", "Privacy"],
                ["Monitoring"] = ["Patients", "Privacy", "Tapering"],
                ["Patients"] = ["Privacy"],
                ["Tapering"] = ["Patients", "Privacy"],
                ["Tasks"] = ["Patients", "Privacy"],
                ["Therapy"] = ["Patients", "Privacy"],
                ["Visits"] = ["Patients", "Privacy"],
            }
        ),
        ["Application"] = (
            typeof(Once).Assembly,
            new()
            {
                ["Administration"] = ["Privacy", "Shared"],
                ["Assessments"] = ["Patients", "Privacy", "Shared"],
                ["Facilities"] = ["Patients", "Privacy", "Shared"],
                ["Medications"] = ["Patients", "Privacy", "Shared"],
                ["Messages"] = ["Patients", "Privacy", "Shared"],
                ["Monitoring"] = ["Assessments", "Medications", "Patients", "Privacy", "Shared"],
                ["Patients"] = ["Accounts", "Privacy", "Shared"],
                ["Privacy"] = ["Accounts", "Shared"],
                ["Tapering"] = ["Medications", "Monitoring", "Patients", "Privacy", "Shared"],
                ["Tasks"] = ["Patients", "Privacy", "Shared"],
                ["Therapy"] = ["Monitoring", "Patients", "Privacy", "Shared", "Tapering"],
                ["Visits"] = ["Patients", "Privacy", "Shared"],
            }
        ),
        ["Web"] = (
            typeof(Program).Assembly,
            new()
            {
                ["Accounts"] = ["Shared"],
                ["Administration"] = ["Accounts", "Layout", "Shared"],
                ["Assessments"] = ["Layout", "Shared"],
                ["Facilities"] = ["Layout", "Patients", "Shared"],
                ["Family"] = ["Layout", "Shared"],
                ["Layout"] = ["Shared"],
                ["Medications"] = ["Layout", "Patients", "Shared"],
                ["Messages"] = ["Layout", "Patients", "Shared"],
                ["Monitoring"] = ["Assessments", "Layout", "Patients", "Shared"],
                ["Patients"] = ["Accounts", "Administration", "Assessments", "Layout", "Shared"],
                ["Privacy"] = ["Accounts", "Administration", "Family", "Layout", "Shared"],
                ["Tapering"] = ["Layout", "Monitoring", "Patients", "Privacy", "Shared"],
                ["Tasks"] = ["Layout", "Patients", "Shared"],
                ["Therapy"] = ["Assessments", "Layout", "Monitoring", "Patients", "Shared", "Tapering"],
                ["Visits"] = ["Layout", "Patients", "Shared"],
            }
        ),
    };

    public static TheoryData<string> Names() => [.. Projects.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_area_uses_only_the_areas_that_are_listed_for_it(string name)
    {
        var (project, arrows) = Projects[name];
        var root = $"Glidepath.{name}.";
        var found = new ArchLoader()
            .LoadAssemblies(project)
            .Build()
            .Types.Where(t => t.FullName.StartsWith(root, StringComparison.Ordinal))
            .SelectMany(t => t.Dependencies.Select(d => (From: Area(t.FullName), To: Area(d.Target.FullName))))
            .Where(a => a is { From: not null, To: not null } && a.From != a.To)
            .Distinct()
            .Select(a => $"{a.From} → {a.To}")
            .ToHashSet(StringComparer.Ordinal);
        var listed = arrows.SelectMany(a => a.Value.Select(to => $"{a.Key} → {to}")).ToHashSet(StringComparer.Ordinal);
        string[] wrong =
        [
            .. found.Except(listed).Select(a => $"not listed: {a}").Order(StringComparer.Ordinal),
            .. listed.Except(found).Select(a => $"gone: {a}").Order(StringComparer.Ordinal),
        ];
        Assert.True(wrong.Length == 0, string.Join("\n", wrong));

        string? Area(string type) =>
            type.StartsWith(root, StringComparison.Ordinal) && type[root.Length..].Split('.') is { Length: > 1 } parts ? parts[0] : null;
    }
}
