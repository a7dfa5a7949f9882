using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Directory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DirectoryAttestations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Capability = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    AttestedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AttestedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryAttestations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryCapacity",
                columns: table => new
                {
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Free = table.Column<int>(type: "INTEGER", nullable: false),
                    SaidBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryCapacity", x => x.PlaceId);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryCodes",
                columns: table => new
                {
                    Edition = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    CategoryName = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryCodes", x => new { x.Edition, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "DirectoryImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Edition = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kinds = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryOwnPlaces",
                columns: table => new
                {
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryOwnPlaces", x => x.PlaceId);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryPlaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 620, nullable: false),
                    Street = table.Column<string>(type: "TEXT", maxLength: 620, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 620, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Zip = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    County = table.Column<string>(type: "TEXT", maxLength: 620, nullable: true),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    CoordinateSource = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryPlaces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryProgrammes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 620, nullable: false),
                    Branch = table.Column<string>(type: "TEXT", maxLength: 620, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 620, nullable: true),
                    IntakePhones = table.Column<string>(type: "TEXT", nullable: true),
                    Website = table.Column<string>(type: "TEXT", maxLength: 620, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 620, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Services = table.Column<string>(type: "TEXT", nullable: false),
                    Statements = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryProgrammes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DirectoryProgrammes_DirectoryPlaces_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "DirectoryPlaces",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DirectoryAttestations_PlaceId",
                table: "DirectoryAttestations",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_DirectoryImports_At",
                table: "DirectoryImports",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_DirectoryPlaces_Zip",
                table: "DirectoryPlaces",
                column: "Zip");

            migrationBuilder.CreateIndex(
                name: "IX_DirectoryProgrammes_PlaceId",
                table: "DirectoryProgrammes",
                column: "PlaceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DirectoryAttestations");

            migrationBuilder.DropTable(
                name: "DirectoryCapacity");

            migrationBuilder.DropTable(
                name: "DirectoryCodes");

            migrationBuilder.DropTable(
                name: "DirectoryImports");

            migrationBuilder.DropTable(
                name: "DirectoryOwnPlaces");

            migrationBuilder.DropTable(
                name: "DirectoryProgrammes");

            migrationBuilder.DropTable(
                name: "DirectoryPlaces");
        }
    }
}
