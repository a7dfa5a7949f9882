using System.Diagnostics.CodeAnalysis;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Microsoft.AspNetCore.Components;

namespace Glidepath.Web.Shared;

/// <summary>
/// A page with forms that come back to it. What was sent is read once, before the page is drawn; what went well leads on, so that loading
/// again sends nothing twice. A form without its token never gets here (<see cref="Access"/>), nor one that somebody must first prove to be
/// theirs (<c>StepUp</c> on the page).
/// </summary>
public abstract class FormPage : ComponentBase
{
    private string? _once;

    [Inject]
    private IHttpContextAccessor Http { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected HttpContext Context => Http.HttpContext!;

    protected CancellationToken Cancel => Context.RequestAborted;

    protected FieldErrors Errors { get; } = new();

    /// <summary>Empty where nothing was sent.</summary>
    protected FormReader Sent { get; private set; } = FormReader.Empty;

    /// <summary>The key of the form that was sent, or of the one that is drawn: for a page that has keys of its own for what it
    /// writes.</summary>
    protected string Once => _once ??= Sent[SentForm.Once] is { Length: <= 100 } sent ? sent : Guid.CreateVersion7().ToString();

    /// <summary>
    /// A form that was taken before is not taken again. False where the page has keys of its own, and answers the second with what it
    /// answered the first.
    /// </summary>
    protected virtual bool IsTakenOnce => true;

    protected Once OnceOf(string request) => new(Once, request);

    /// <summary>Of all that was sent, in the order of the form.</summary>
    protected Once OnceOfSent() =>
        OnceOf(string.Join('\n', Sent.Fields.Where(f => f.Key is not SentForm.Once).Select(f => $"{f.Key}={f.Value}")));

    protected string Asked(string name) => Context.Request.Query[name].ToString();

    /// <summary>First of all: false where what the address names is not there.</summary>
    protected virtual Task<bool> FindAsync() => Task.FromResult(true);

    /// <param name="what">Which of the forms of the page.</param>
    protected virtual Task TakeAsync(string what) => Task.CompletedTask;

    /// <summary>Last before the page is drawn, whether something was sent or not.</summary>
    protected virtual Task ShowAsync() => Task.CompletedTask;

    /// <summary>All is read before anything is drawn: a page that draws itself while it still waits would show half of it.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        try
        {
            if (!await FindAsync())
            {
                Navigation.NotFound(Context);
                return;
            }
            await ReadAsync();
            await ShowAsync();
            // Also of what was only asked for: a page that found nothing to show holds nothing of a record, and has no audit row.
            if (Errors.Any && Context.Response.StatusCode == StatusCodes.Status200OK)
                Context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (LedOnException on)
        {
            Context.LeadOn(on.Address, on.Status);
            return;
        }
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>On to another page; what stands after this call is not reached.</summary>
    [DoesNotReturn]
    protected static void Go(string address) => throw new LedOnException(address, StatusCodes.Status302Found);

    /// <summary>What was asked for is shown by another page; what stands after this call is not reached.</summary>
    [DoesNotReturn]
    protected static void SeeOther(string address) => throw new LedOnException(address, StatusCodes.Status303SeeOther);

    /// <summary>As for an address that does not exist; what stands after this call is not reached.</summary>
    [DoesNotReturn]
    protected static void Missing() => throw new BadHttpRequestException("There is no such page.", StatusCodes.Status404NotFound);

    /// <summary>What the page shows has changed since: it stands below as it is now, and nothing was written.</summary>
    protected void Conflict() => Context.Response.StatusCode = StatusCodes.Status409Conflict;

    /// <summary>Nothing is tried where something was wrong already; what the domain refuses is said beside its field.</summary>
    /// <param name="field">Of the rule that was broken.</param>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> TryAsync(Func<Task> work, Func<string, string> field)
    {
        if (Errors.Any)
            return false;
        try
        {
            await work();
            return true;
        }
        catch (RuleViolationException broken)
        {
            Errors.Add(field(broken.Rule), broken.Message);
            return false;
        }
    }

    /// <summary>The handler of a form in the page: all is read before the page is drawn.</summary>
    protected static void Taken() { }

    private async Task ReadAsync()
    {
        if (await FormReader.ReadAsync(Context, Errors) is not { } sent)
            return;
        Sent = sent;
        if (IsTakenOnce && sent.OnceOf(Context.Request.Path) is { } once)
            RecordStore.Take(once);
        try
        {
            await TakeAsync(sent.Text("do"));
        }
        catch (SentAgainException)
        {
            // What it asked for is done: here is the page as it stands since.
            Go(Context.Request.Path + Context.Request.QueryString);
        }
    }

    private sealed class LedOnException(string address, int status) : Exception
    {
        public string Address { get; } = address;

        public int Status { get; } = status;
    }
}
