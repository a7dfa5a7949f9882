using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Glidepath.Storage;

/// <summary>For <c>dotnet ef</c>: the models, without a store.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteGlidepathDbContext>
{
    public SqliteGlidepathDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteGlidepathDbContext>()
                .UseSqlite("Data Source=:memory:")
                .UseApplicationServiceProvider(IdentitySchema.WithPasskeys)
                .Options
        );
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresGlidepathDbContext>
{
    public PostgresGlidepathDbContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<PostgresGlidepathDbContext>()
                .UseNpgsql("Host=design")
                .UseApplicationServiceProvider(IdentitySchema.WithPasskeys)
                .Options
        );
}
