using System.Security.Cryptography;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Glidepath.Web.Patients;

/// <summary>
/// A page with one form about one person. A form that does not fit comes back with what was typed; a change that was made to an older
/// version comes back with both versions; a person who may not be seen is not found.
/// </summary>
public abstract class PatientFormPage : FormPage
{
    private FormContent _content = FormContent.Empty();

    [Parameter]
    public Guid PatientId { get; set; }

    [Inject]
    protected PatientRegistry Patients { get; set; } = null!;

    /// <summary>What the form shows: what stands in the record, or what was typed.</summary>
    protected PostedForm Form { get; private set; } = new([], new Dictionary<string, string?>());

    /// <summary>What stands in the record, beside what was typed; only after a lost update.</summary>
    protected PostedForm? Theirs { get; private set; }

    /// <summary>Of what the form changes, as the sender saw it; null where there was nothing.</summary>
    protected Guid? Version { get; private set; }

    /// <summary>Sent twice, it is answered as the first was, under <see cref="FormPage.Once"/>.</summary>
    protected override bool IsTakenOnce => false;

    /// <summary>Reads what the page shows.</summary>
    /// <returns>Null: not found.</returns>
    protected abstract Task<FormContent?> LoadAsync();

    /// <returns>Null: not found. Otherwise where to go.</returns>
    protected abstract Task<string?> SaveAsync(PostedForm form);

    /// <summary>What was typed, before anything is saved.</summary>
    protected virtual Task CheckAsync()
    {
        Form.Check(Errors);
        return Task.CompletedTask;
    }

    protected string Of(string path) => $"/patients/{PatientId}{path}";

    protected Once OnceOf(PostedForm form) => OnceOf(string.Join('\n', form.Fields.Select(f => $"{f.Name}={form[f.Name]}")));

    protected override async Task<bool> FindAsync()
    {
        if (await LoadAsync() is not { } content)
            return false;
        (_content, Form, Version) = (content, new PostedForm(content.Fields, content.Values), content.Version);
        return true;
    }

    protected override async Task TakeAsync(string what)
    {
        var now = Form;
        Form = new PostedForm(_content.Fields, Sent);
        if (Sent["go"] is "edit")
        {
            Form = Form.SeeingAsIn(now);
            return;
        }
        Version = Sent.Id("version");
        if (_content.IsWhole && Version != _content.Version && await Patients.FindMadeAsync(Once, Cancel) is null)
        {
            // A list that changed: what was chosen of it may be gone, so this is said before the choice is judged.
            (Theirs, Version) = (now, _content.Version);
            Conflict();
            return;
        }
        await CheckAsync();
        string? next = null;
        try
        {
            if (!await TryAsync(async () => next = await SaveAsync(Form), FieldOf))
                return;
        }
        catch (LostUpdateException)
        {
            var fresh = await LoadAsync();
            (Theirs, Version) = (fresh is null ? now : new PostedForm(fresh.Fields, fresh.Values), fresh?.Version);
            Conflict();
            return;
        }
        if (Errors.Any)
            return;
        if (next is null)
            Missing();
        Go(next);
    }

    private string FieldOf(string rule) =>
        (Form.Fields.FirstOrDefault(f => f.Rule is not null && rule.StartsWith(f.Rule, StringComparison.Ordinal)) ?? Form.Fields[0]).Name;
}

/// <param name="Values">By name of the field, as the form shows them.</param>
/// <param name="Version">Null where there is nothing to change yet.</param>
public sealed record FormContent(IReadOnlyList<FormField> Fields, IReadOnlyDictionary<string, string?> Values, Guid? Version = null)
{
    /// <summary>The version is of all that the page shows: any change of it is looked at again before something is saved.</summary>
    public bool IsWhole { get; init; }

    /// <summary>One version of several entries.</summary>
    public static Guid VersionOf(IEnumerable<(Guid Id, Guid Version)> entries) =>
        new(
            SHA256
                .HashData(entries.OrderBy(e => e.Id).SelectMany(e => e.Id.ToByteArray().Concat(e.Version.ToByteArray())).ToArray())
                .AsSpan(0, 16)
        );

    public static FormContent Empty(params FormField[] fields) => new(fields, new Dictionary<string, string?>());
}
