using Glidepath.Storage.Privacy;
using Glidepath.Web.Patients;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Therapy;

/// <summary>
/// A page on which a person writes over time. Another device of theirs, or who treats them, may have saved in between: both versions come
/// back, and nothing is written over.
/// </summary>
public abstract class OwnWorkPage : FormPage
{
    private PostedForm? _form;
    private Guid? _version;

    /// <summary>What is kept, beside what was typed; only after somebody else was faster.</summary>
    protected PostedForm? Theirs { get; private set; }

    /// <summary>What was typed, or what is kept.</summary>
    protected PostedForm Form => _form ??= Sent["do"] is Keeps ? new(Fields, Sent) : new(Fields, Kept);

    /// <summary>Of what the form changes.</summary>
    protected Guid? Version => _version ?? KeptVersion;

    /// <summary>Which form of the page it is.</summary>
    protected const string Keeps = "keep";

    protected abstract IReadOnlyList<FormField> Fields { get; }

    /// <summary>By name of the field.</summary>
    protected abstract IReadOnlyDictionary<string, string?> Kept { get; }

    /// <summary>Null where there is nothing yet.</summary>
    protected abstract Guid? KeptVersion { get; }

    /// <param name="save">Of the version that was seen.</param>
    /// <returns>Whether it is kept.</returns>
    protected async Task<bool> KeepAsync(Func<Guid?, Task> save, Func<string, string> field)
    {
        var seen = _version = Sent.Id("version");
        // Both versions were looked at; it goes on in the form.
        if (Sent["go"] is "edit")
            return false;
        try
        {
            return await TryAsync(() => save(seen), field);
        }
        catch (LostUpdateException)
        {
            if (!await FindAsync())
                Missing();
            (Theirs, _version) = (new PostedForm(Fields, Kept), KeptVersion);
            Conflict();
            return false;
        }
    }
}
