using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KoKo.Platform.Foundation.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SequencedChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand: what has a position keeps it, and its number, so that no index has to be built anew.
            migrationBuilder.RenameColumn(name: "position", table: "released_changes", newName: "id");
            migrationBuilder.AddColumn<long>(name: "position", table: "released_changes", type: "bigint", nullable: true);
            migrationBuilder.Sql("UPDATE released_changes SET position = id");
            migrationBuilder.CreateIndex(name: "IX_released_changes_position", table: "released_changes", column: "position", unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_released_changes_position", table: "released_changes");
            migrationBuilder.DropColumn(name: "position", table: "released_changes");
            migrationBuilder.RenameColumn(name: "id", table: "released_changes", newName: "position");
        }
    }
}
