using Glidepath.Storage;
using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Benchmarks;

/// <summary>
/// The same table of patients without keys, encryption, audit or guards: what EF Core alone takes on the same disk with the same
/// durability.
/// </summary>
internal sealed class PlainContext(StoreLocation location) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (location.Postgres is { } postgres)
            optionsBuilder.UseNpgsql(postgres);
        else
            optionsBuilder.UseSqlite($"Data Source={Path.Combine(location.DataDirectory, "plain.db")};Default Timeout=30");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var patient = modelBuilder.Entity<Patient>();
        foreach (var property in typeof(Patient).GetProperties().Where(p => p.SetMethod is null))
            patient.Ignore(property.Name);
        patient.Property(p => p.Id).ValueGeneratedNever();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>();

    public async Task MakeDurableAsync()
    {
        if (location.Postgres is null)
            await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    }
}
