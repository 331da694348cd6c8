using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KoKo.Platform.Foundation.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReleasedChangesByItem : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_released_changes_item_id",
                table: "released_changes",
                column: "item_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_released_changes_item_id",
                table: "released_changes");
        }
    }
}
