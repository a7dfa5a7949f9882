using System.Reflection;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Glidepath.Storage;

/// <summary>Instants are UTC and read back as UTC; a local time is a mistake of the caller.</summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTime, DateTime>(
        instant => instant.Kind == DateTimeKind.Utc ? instant : Refuse(instant),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
    )
{
    private static DateTime Refuse(DateTime instant) =>
        throw new ArgumentException($"An instant of kind {instant.Kind} is not UTC.", nameof(instant));
}

/// <summary>A time of day is kept as its minutes since midnight, and has no seconds.</summary>
internal sealed class MinutesConverter()
    : ValueConverter<TimeOnly, int>(time => (time.Hour * 60) + time.Minute, minutes => new TimeOnly(minutes / 60, minutes % 60));

/// <summary>
/// An enum as its word, read back strictly. EF Core's own reads a word that it does not know as the enum's first, and any case: a word
/// changed in the database would pass for another.
/// </summary>
internal sealed class WordConverter<T>() : ValueConverter<T, string>(value => value.ToString(), word => Read(word))
    where T : struct, Enum
{
    private static T Read(string word) =>
        Enum.TryParse<T>(word, out var value) && value.ToString() == word && char.IsAsciiLetter(word[0])
            ? value
            : throw new FormatException(
                $"A word in the store is no {typeof(T).Name}: it was changed from outside, or is of another version."
            );
}

/// <summary>What every mapping has, by the interfaces and attributes of the entity.</summary>
internal static class RecordConventions
{
    /// <summary>Longest encrypted text, in characters as the person wrote it.</summary>
    public const int LongestText = 20_000;

    /// <summary>Largest encrypted file: one field is sealed and opened as one piece, in memory.</summary>
    public const int MostBytes = DocumentFile.MostBytes;

    public static bool IsRecord(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && (
            type.IsAssignableTo(typeof(IPatientRecord))
            || type.IsAssignableTo(typeof(IAppendOnly))
            || type.IsAssignableTo(typeof(IVersioned))
            || type == typeof(NoticeOfPrivacy)
        );

    /// <summary>Every record of the domain is a table of its own; what has no setter is reckoned from what has.</summary>
    public static void Map(EntityTypeBuilder entity)
    {
        var type = entity.Metadata.ClrType;
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.SetMethod is null))
            entity.Ignore(property.Name);
        if (type.GetProperty("Id") is not null)
            entity.HasKey("Id");
        if (StoredAsAttribute.NameOf(type) is var table && table != type.Name)
            entity.ToTable(table);
        foreach (var property in type.GetProperties().Where(p => StoredAsAttribute.NameOf(p) != p.Name))
            entity.Property(property.Name).HasColumnName(StoredAsAttribute.NameOf(property));
    }

    public static void Apply(EntityTypeBuilder entity)
    {
        var type = entity.Metadata.ClrType;
        if (entity.Metadata.FindPrimaryKey() is { Properties: [{ Name: "Id", ClrType: var key }] } && key == typeof(Guid))
            entity.Property("Id").ValueGeneratedNever();
        if (typeof(IVersioned).IsAssignableFrom(type))
            entity.Property(nameof(IVersioned.Version)).IsConcurrencyToken().ValueGeneratedNever();
        if (
            typeof(IPatientRecord).IsAssignableFrom(type)
            && entity.Metadata.FindProperty(nameof(IPatientRecord.PatientId)) is not null
            && entity.Metadata.FindPrimaryKey()?.Properties[0].Name != nameof(IPatientRecord.PatientId)
        )
            entity.HasIndex(nameof(IPatientRecord.PatientId));
        if (typeof(IPatientRecord).IsAssignableFrom(type) && entity.Metadata.FindProperty("EpisodeId") is not null)
            entity.HasIndex("EpisodeId");
        foreach (var property in EncryptedProperties(type).Where(p => p.PropertyType == typeof(string)))
            entity.Property(property.Name).HasMaxLength(LongestText * 4);
    }

    public static void ReadWordsStrictly(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties().Where(p => p.GetValueConverter() is null))
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsEnum: true } type)
                property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(WordConverter<>).MakeGenericType(type))!);
    }

    public static IEnumerable<PropertyInfo> EncryptedProperties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(p => p.GetCustomAttribute<EncryptedAttribute>() is not null);
}
