using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Glidepath.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OneRootsPage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RootsSheet_PatientId",
                table: "RootsSheet");

            migrationBuilder.CreateIndex(
                name: "IX_RootsSheet_PatientId",
                table: "RootsSheet",
                column: "PatientId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RootsSheet_PatientId",
                table: "RootsSheet");

            migrationBuilder.CreateIndex(
                name: "IX_RootsSheet_PatientId",
                table: "RootsSheet",
                column: "PatientId");
        }
    }
}
