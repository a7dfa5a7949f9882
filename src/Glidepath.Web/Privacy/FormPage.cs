using System.Diagnostics.CodeAnalysis;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Glidepath.Web.Privacy;

/// <summary>
/// A page with forms that come back to it. What was sent is read before the page is drawn; what went well leads on, so that loading again
/// sends nothing twice.
/// </summary>
public abstract class FormPage : ComponentBase
{
    private IFormCollection _sent = FormCollection.Empty;

    [Inject]
    private IHttpContextAccessor Http { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected HttpContext Context => Http.HttpContext!;

    protected CancellationToken Cancel => Context.RequestAborted;

    protected FieldErrors Errors { get; } = new();

    /// <summary>What was sent in a field, without space around it; the last where it stands twice.</summary>
    protected string Sent(string field, int longest = 200) =>
        _sent[field] is { Count: > 0 } values && values[^1]?.Trim() is { } value
            ? value.Length > longest
                ? value[..longest]
                : value
            : "";

    /// <summary>As <see cref="Sent"/>, with the spaces: of a password.</summary>
    protected string SentExactly(string field) => _sent[field] is { Count: > 0 } values ? values[^1] ?? "" : "";

    /// <summary>Null where no file was chosen.</summary>
    protected IFormFile? SentFile(string field) => _sent.Files.GetFile(field) is { Length: > 0 } file ? file : null;

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
            if (Errors.Any)
                Context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (LedOnException on)
        {
            // The answer is the address; the page is not drawn at all.
            BeforeGoing(on.Address);
            Context.Response.Redirect(on.Address);
            return;
        }
        await base.SetParametersAsync(ParameterView.Empty);
    }

    protected virtual void BeforeGoing(string address) { }

    /// <summary>On to another page; what stands after this call is not reached.</summary>
    [DoesNotReturn]
    protected static void Go(string address) => throw new LedOnException(address);

    private async Task ReadAsync()
    {
        if (!HttpMethods.IsPost(Context.Request.Method) || !Context.Request.HasFormContentType)
            return;
        _sent = await Context.Request.ReadFormAsync(Cancel);
        if (SentForm.OnceOf(Context.Request.Path, _sent) is { } once)
            RecordStore.Take(once);
        try
        {
            await TakeAsync(Sent("do"));
        }
        catch (SentAgainException)
        {
            // What it asked for is done: here is the page as it stands since.
            Go(Context.Request.Path + Context.Request.QueryString);
        }
    }

    private sealed class LedOnException(string address) : Exception
    {
        public string Address { get; } = address;
    }
}
