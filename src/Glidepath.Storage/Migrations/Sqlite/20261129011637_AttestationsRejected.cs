using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AttestationsRejected : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "RejectedBy",
                table: "DirectoryAttestations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RejectedOn",
                table: "DirectoryAttestations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RejectedReason",
                table: "DirectoryAttestations",
                type: "TEXT",
                maxLength: 500,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RejectedBy",
                table: "DirectoryAttestations");

            migrationBuilder.DropColumn(
                name: "RejectedOn",
                table: "DirectoryAttestations");

            migrationBuilder.DropColumn(
                name: "RejectedReason",
                table: "DirectoryAttestations");
        }
    }
}
