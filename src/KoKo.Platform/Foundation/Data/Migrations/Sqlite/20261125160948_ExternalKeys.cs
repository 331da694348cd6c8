using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KoKo.Platform.Foundation.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ExternalKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "external_key",
                table: "released_practices",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_key",
                table: "practices",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_released_practices_external_key",
                table: "released_practices",
                column: "external_key");

            migrationBuilder.CreateIndex(
                name: "IX_practices_tenant_id_external_key",
                table: "practices",
                columns: new[] { "tenant_id", "external_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_released_practices_external_key",
                table: "released_practices");

            migrationBuilder.DropIndex(
                name: "IX_practices_tenant_id_external_key",
                table: "practices");

            migrationBuilder.DropColumn(
                name: "external_key",
                table: "released_practices");

            migrationBuilder.DropColumn(
                name: "external_key",
                table: "practices");
        }
    }
}
