using System.Security.Cryptography;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Glidepath.Web.Patients;

/// <summary>
/// A page with one form about one person. A form that does not fit comes back with what was typed; a change that was made to an older
/// version comes back with both versions; a person who may not be seen is not found.
/// </summary>
public abstract class PatientFormPage : ComponentBase
{
    [Parameter]
    public Guid PatientId { get; set; }

    [Inject]
    protected PatientRegistry Patients { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IHttpContextAccessor Http { get; set; } = null!;

    protected FieldErrors Errors { get; } = new();

    /// <summary>What the form shows: what stands in the record, or what was typed.</summary>
    protected PostedForm Form { get; private set; } = new([], new Dictionary<string, string?>());

    /// <summary>What stands in the record, beside what was typed; only after a lost update.</summary>
    protected PostedForm? Theirs { get; private set; }

    /// <summary>Of what the form changes, as the sender saw it; null where there was nothing.</summary>
    protected Guid? Version { get; private set; }

    /// <summary>So that a form sent twice is done once.</summary>
    protected string Once { get; private set; } = "";

    /// <summary>Where a form that was accepted leads.</summary>
    protected string? GoTo { get; private set; }

    protected CancellationToken Stop => Context.RequestAborted;

    protected HttpContext Context => Http.HttpContext!;

    /// <summary>Reads what the page shows.</summary>
    /// <returns>Null: not found.</returns>
    protected abstract Task<FormContent?> LoadAsync();

    /// <returns>Null: not found. Otherwise where to go.</returns>
    protected abstract Task<string?> SaveAsync(PostedForm form);

    protected string Of(string path) => $"/patients/{PatientId}{path}";

    protected Once OnceOf(PostedForm form) => new(Once, string.Join('\n', form.Fields.Select(f => $"{f.Name}={form[f.Name]}")));

    protected override async Task OnInitializedAsync()
    {
        if (await LoadAsync() is not { } content)
        {
            Navigation.NotFound(Context);
            return;
        }
        (Form, Version, Once) = (new PostedForm(content.Fields, content.Values), content.Version, Guid.CreateVersion7().ToString());
        if (!HttpMethods.IsPost(Context.Request.Method) || !Context.Request.HasFormContentType)
            return;
        var sent = await Context.Request.ReadFormAsync(Stop);
        var now = Form;
        Form = PostedForm.Of(content.Fields, sent);
        if (sent["go"] is ["edit"])
        {
            Form = Form.SeeingAsIn(now);
            return;
        }
        Version = Guid.TryParse(sent["version"], out var version) ? version : null;
        Once = sent["once"] is [{ Length: > 0 and <= 100 } once] ? once : Once;
        if (content.IsWhole && Version != content.Version && await Patients.FindMadeAsync(Once, Stop) is null)
        {
            // A list that changed: what was chosen of it may be gone, so this is said before the choice is judged.
            (Theirs, Version) = (now, content.Version);
            Context.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }
        Form.Check(Errors);
        if (!Errors.Any)
            await TryAsync(now);
        if (Errors.Any)
            Context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private async Task TryAsync(PostedForm now)
    {
        string? next;
        try
        {
            next = await SaveAsync(Form);
        }
        catch (LostUpdateException)
        {
            var fresh = await LoadAsync();
            (Theirs, Version) = (fresh is null ? now : new PostedForm(fresh.Fields, fresh.Values), fresh?.Version);
            Context.Response.StatusCode = StatusCodes.Status409Conflict;
            return;
        }
        catch (RuleViolationException broken)
        {
            Errors.Add(
                (
                    Form.Fields.FirstOrDefault(f => f.Rule is not null && broken.Rule.StartsWith(f.Rule, StringComparison.Ordinal))
                    ?? Form.Fields[0]
                ).Name,
                broken.Message
            );
            return;
        }
        if (Errors.Any)
            return;
        if (next is null)
            Navigation.NotFound(Context);
        else
            GoTo = next;
    }
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
