using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.AspNetCore.Identity;

namespace Glidepath.Web.Accounts;

/// <summary>
/// A made-up person for each role, so that a demo can be walked through by all of them. Password only, and only at the machine itself.
/// </summary>
public static class DemoAccounts
{
    public const string Password = "glidepath-demo-2026";

    /// <summary>A second nurse, who is on no care team and has the nights.</summary>
    public const string NightNurse = "nora.nurse";

    private static readonly (string UserName, string DisplayName, Role Role)[] People =
    [
        ("ada.admin", "Ada Admin (demo)", Role.Administrator),
        ("dora.director", "Dora Director (demo)", Role.Director),
        ("pia.prescriber", "Dr Pia Prescriber (demo)", Role.Prescriber),
        ("nils.nurse", "Nils Nurse (demo)", Role.Nurse),
        (NightNurse, "Nora Nurse (demo)", Role.Nurse),
        ("thea.therapist", "Thea Therapist (demo)", Role.Therapist),
        ("cora.counsellor", "Cora Counselor (demo)", Role.Counsellor),
        ("hugo.helpline", "Hugo Helpline (demo)", Role.Helpline),
        ("fred.frontdesk", "Fred Front Desk (demo)", Role.FrontDesk),
        ("olga.officer", "Olga Officer (demo)", Role.PrivacyOfficer),
        ("pat.patient", "Pat Patient (demo)", Role.Patient),
        ("fay.family", "Fay Family (demo)", Role.Family),
    ];

    /// <summary>Whoever is on duty has a telephone, with a number that is nobody's.</summary>
    private static readonly Dictionary<string, string> Phones = new(StringComparer.Ordinal)
    {
        ["nils.nurse"] = "(555) 555-0131",
        [NightNurse] = "(555) 555-0133",
        ["pia.prescriber"] = "(555) 555-0132",
        ["dora.director"] = "(555) 555-0142",
    };

    /// <summary>So that any of them can be the second person of what another asks.</summary>
    private static readonly TimeSpan MadeBefore = TimeSpan.FromDays(30);

    /// <summary>Those that are not there yet are made; of two in one role the first is given back. The patient's account belongs to no
    /// record until demo data ties it to one.</summary>
    /// <exception cref="InvalidOperationException">The store holds no demo.</exception>
    public static async Task<IReadOnlyDictionary<Role, UserAccount>> EnsureAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        if (!await StoreStart.IsDemoAsync(scope.ServiceProvider.GetRequiredService<Store>(), CancellationToken.None))
            throw new InvalidOperationException("Demo accounts are only for a demo.");
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var all = new Dictionary<Role, UserAccount>();
        foreach (var (userName, displayName, role) in People)
        {
            if (await users.FindByNameAsync(userName) is not { } account)
            {
                account = new UserAccount
                {
                    UserName = userName,
                    DisplayName = displayName,
                    Role = role.ToString(),
                    IsEnrolled = true,
                    CreatedAt = now - MadeBefore,
                    PhoneNumber = Phones.GetValueOrDefault(userName),
                };
                // A password that stands in the source is no real one: it is not judged as such.
                account.PasswordHash = users.PasswordHasher.HashPassword(account, Password);
                if (await users.CreateAsync(account) is { Succeeded: false } refused)
                    throw new InvalidOperationException(refused.ToString());
            }
            all.TryAdd(role, account);
        }
        return all;
    }
}
