using System.Globalization;
using Glidepath.Application.Patients;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Privacy.Disclosures;

namespace Glidepath.Web.Privacy.Incidents;

/// <summary>A page of the privacy officer that enters something into a register: what the domain refuses is said beside its field.</summary>
public abstract class RegisterFormPage : PrivacyPage
{
    /// <summary>By rule of the domain, or the beginning of one, the field that it is about.</summary>
    protected virtual IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>();

    protected HashSet<string> Ticked(string field) =>
        Context.Request.HasFormContentType ? Context.Request.Form[field].OfType<string>().ToHashSet(StringComparer.Ordinal) : [];

    /// <returns>Null where nothing was entered, or no day; the latter is said.</returns>
    protected DateOnly? Day(string field)
    {
        if (Sent(field).Length == 0)
            return null;
        if (DateOnly.TryParseExact(Sent(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Errors.Add(field, PrivacyText.T["EnterADateLike20261201YearMonthDay"]);
        return null;
    }

    /// <summary>As <see cref="Day"/>, where a day is needed.</summary>
    protected DateOnly NeededDay(string field)
    {
        if (Day(field) is { } day)
            return day;
        if (Sent(field).Length == 0)
            Errors.Add(field, PrivacyText.T["EnterADateLike20261201YearMonthDay"]);
        return default;
    }

    /// <returns>Null where nothing was entered, or no number; the latter is said.</returns>
    protected int? Number(string field)
    {
        if (Sent(field).Length == 0)
            return null;
        if (int.TryParse(Sent(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Errors.Add(field, PrivacyText.T["EnterAWholeNumberLike12OrLeaveItEmpty"]);
        return null;
    }

    /// <summary>Nothing is tried where something was wrong already.</summary>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> TryAsync(Func<Task> work)
    {
        if (Errors.Any)
            return false;
        try
        {
            await work();
            return true;
        }
        catch (RuleViolationException no)
        {
            Errors.Add(Fields.GetValueOrDefault(no.Rule, no.Rule[(no.Rule.LastIndexOf('.') + 1)..]), no.Message);
            return false;
        }
    }

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

    protected static string Words(DateOnly day) => day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);
}
