using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Glidepath.Storage.Privacy.Seals;

/// <summary>The kinds of row that decide access, and the keyed digest of one.</summary>
internal static class SealedTypes
{
    /// <summary>Of a patient.</summary>
    public static readonly IReadOnlyList<Type> OfPatients =
    [
        typeof(CareTeamMember),
        typeof(EpisodeOfCare),
        typeof(HandOver),
        typeof(Consent),
        typeof(ConsentEnd),
        typeof(Restriction),
        typeof(Treatment.Privacy.BreakGlass),
        typeof(EmergencyDisclosure),
        typeof(LegalDemand),
        typeof(StatutoryReport),
        typeof(CopyRequest),
        typeof(PatientLink),
        typeof(AlertCover),
    ];

    /// <summary>Of everybody.</summary>
    public static readonly IReadOnlyList<Type> OfTheProgramme =
    [
        typeof(RegisteredApproval),
        typeof(ServiceAgreement),
        typeof(ProgrammeScope),
        typeof(StoreFact),
    ];

    /// <summary>Of an account: who it is, what it may, and what it proves itself with.</summary>
    public static readonly IReadOnlyList<Type> OfAccounts = [typeof(UserAccount), typeof(IdentityUserPasskey<Guid>)];

    // What an account changes of itself with each sign-in decides nothing about who it is.
    private static readonly string[] OfAnAccount =
    [
        nameof(UserAccount.Id),
        nameof(UserAccount.NormalizedUserName),
        nameof(UserAccount.Role),
        nameof(UserAccount.PatientId),
        nameof(UserAccount.CreatedAt),
        nameof(UserAccount.DisabledAt),
        nameof(UserAccount.IsEnrolled),
        nameof(UserAccount.PasswordHash),
        nameof(UserAccount.AuthenticatorSecret),
    ];

    /// <summary>Facts that are sealed: whose law on minors governs, and how far the trail was anchored outside the database.</summary>
    public static readonly string[] Facts = [OrganisationFacts.State, AnchorFile.Fact];

    private static readonly ConcurrentDictionary<IEntityType, IProperty[]> Columns = [];

    /// <summary>Whose head the row stands under; null where it decides nothing.</summary>
    public static Guid? SubjectOf(object entity) =>
        entity switch
        {
            UserAccount account => account.Id,
            IdentityUserPasskey<Guid> passkey => passkey.UserId,
            StoreFact fact => Facts.Contains(fact.Name) ? AccessHead.Programme : null,
            IPatientRecord record when OfPatients.Contains(entity.GetType()) => record.PatientId,
            _ when OfTheProgramme.Contains(entity.GetType()) => AccessHead.Programme,
            _ => null,
        };

    /// <param name="read">The value that the entry has, or had.</param>
    public static byte[] DigestOf(byte[] key, IEntityType type, object entity, Func<IProperty, object?> read)
    {
        var text = new StringBuilder(type.ShortName());
        foreach (var property in Columns.GetOrAdd(type, static t => ColumnsOf(t)))
            Append(property.GetColumnName(), Written(read(property)));
        // Its counters stand beside it in the same column and change with each use.
        if (entity is IdentityUserPasskey<Guid> { Data.PublicKey: var publicKey })
            Append(nameof(publicKey), Convert.ToHexStringLower(publicKey));
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString()));

        // With its length, so that nothing slips from one field into the next.
        void Append(string name, string? value) => text.Append(CultureInfo.InvariantCulture, $"|{name}={value?.Length ?? -1}:{value}");
    }

    private static IProperty[] ColumnsOf(IEntityType type)
    {
        var only = type.ClrType == typeof(UserAccount) ? OfAnAccount : null;
        return
        [
            .. type.GetProperties()
                // The version is drawn anew at each save, and decides nothing.
                .Where(p => only is null ? !p.IsConcurrencyToken : only.Contains(p.Name))
                .OrderBy(p => p.GetColumnName(), StringComparer.Ordinal),
        ];
    }

    // As coarse as the coarser store keeps it.
    private static string? Written(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            bool flag => flag ? "1" : "0",
            DateTime instant => (instant.Ticks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture),
            decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
            byte[] bytes => Convert.ToHexStringLower(bytes),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"A {value.GetType().Name} has no written form for its seal."),
        };
}
