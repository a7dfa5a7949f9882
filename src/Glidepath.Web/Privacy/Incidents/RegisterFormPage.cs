using Glidepath.Application.Patients;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Privacy.Incidents;

/// <summary>A page of the privacy officer that enters something into a register: what the domain refuses is said beside its
/// field.</summary>
public abstract class RegisterFormPage : FormPage
{
    /// <summary>By rule of the domain, where the field is not called by its last word.</summary>
    protected virtual IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>();

    /// <inheritdoc cref="FormPage.TryAsync"/>
    protected Task<bool> TryAsync(Func<Task> work) =>
        TryAsync(work, rule => Fields.GetValueOrDefault(rule, rule[(rule.LastIndexOf('.') + 1)..]));

    /// <summary>Whose records these are, by their numbers with a space or a comma between two.</summary>
    /// <exception cref="RuleViolationException">A number is nobody's.</exception>
    protected async Task<IReadOnlyList<Guid>> KnownAsync(RecordNumbers numbers, string records)
    {
        var known = new List<Guid>();
        foreach (var written in records.Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
            known.Add(
                RecordNumber.Read(written) is not null && await numbers.FindAsync(written, Cancel) is { } id
                    ? id
                    : throw new RuleViolationException("incident.records", ("number", written))
            );
        return [.. known.Distinct()];
    }
}
