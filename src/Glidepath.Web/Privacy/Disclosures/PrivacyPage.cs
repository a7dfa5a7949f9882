using System.Diagnostics.CodeAnalysis;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>
/// A page about one person, which draws nothing before it knows that it may. A form that was sent looks for itself on the page when all is
/// done and would answer 400 where it is gone: after the last consent was ended, or for somebody who may not see the person. What was
/// decided stands.
/// </summary>
public abstract class PrivacyPage : FormPage
{
    protected override void BeforeGoing(string address) =>
        Context.Response.OnStarting(() =>
        {
            Context.Response.StatusCode = StatusCodes.Status302Found;
            Context.Response.Headers.Location = address;
            return Task.CompletedTask;
        });

    /// <summary>As for an address that does not exist.</summary>
    [DoesNotReturn]
    protected static void Missing() => throw new BadHttpRequestException("There is no such page.", StatusCodes.Status404NotFound);
}
