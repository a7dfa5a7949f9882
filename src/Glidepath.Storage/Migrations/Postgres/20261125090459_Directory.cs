using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Capability = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Answer = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Value = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    AttestedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AttestedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Evidence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryAttestations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryCapacity",
                columns: table => new
                {
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Free = table.Column<int>(type: "integer", nullable: false),
                    SaidBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryCapacity", x => x.PlaceId);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryCodes",
                columns: table => new
                {
                    Edition = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Category = table.Column<string>(type: "text", nullable: false),
                    CategoryName = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Description = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryCodes", x => new { x.Edition, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "DirectoryImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Edition = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Kinds = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryOwnPlaces",
                columns: table => new
                {
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryOwnPlaces", x => x.PlaceId);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryPlaces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(620)", maxLength: 620, nullable: false),
                    Street = table.Column<string>(type: "character varying(620)", maxLength: 620, nullable: false),
                    City = table.Column<string>(type: "character varying(620)", maxLength: 620, nullable: false),
                    State = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Zip = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    County = table.Column<string>(type: "character varying(620)", maxLength: 620, nullable: true),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    CoordinateSource = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryPlaces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryProgrammes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Name = table.Column<string>(type: "character varying(620)", maxLength: 620, nullable: false),
                    Branch = table.Column<string>(type: "character varying(620)", maxLength: 620, nullable: true),
                    Phone = table.Column<string>(type: "character varying(620)", maxLength: 620, nullable: true),
                    IntakePhones = table.Column<string>(type: "text", nullable: true),
                    Website = table.Column<string>(type: "character varying(620)", maxLength: 620, nullable: true),
                    Source = table.Column<string>(type: "character varying(620)", maxLength: 620, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Services = table.Column<string>(type: "text", nullable: false),
                    Statements = table.Column<string>(type: "text", nullable: true)
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
