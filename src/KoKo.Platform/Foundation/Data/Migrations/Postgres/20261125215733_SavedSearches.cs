using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KoKo.Platform.Foundation.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SavedSearches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "visible_since",
                table: "released_practices",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "visible_since",
                table: "released_conferences",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "visible_since",
                table: "mediator_listings",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateTable(
                name: "saved_searches",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    search = table.Column<string>(type: "text", nullable: false),
                    notify = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    seen_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    news_since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_searches", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "FK_saved_searches_members_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "members",
                        principalColumns: new[] { "tenant_id", "account_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_released_practices_visible_since",
                table: "released_practices",
                column: "visible_since");

            migrationBuilder.CreateIndex(
                name: "IX_released_conferences_visible_since",
                table: "released_conferences",
                column: "visible_since");

            migrationBuilder.CreateIndex(
                name: "IX_mediator_listings_visible_since",
                table: "mediator_listings",
                column: "visible_since");

            migrationBuilder.CreateIndex(
                name: "IX_saved_searches_tenant_id_account_id_created_at",
                table: "saved_searches",
                columns: new[] { "tenant_id", "account_id", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "saved_searches");

            migrationBuilder.DropIndex(
                name: "IX_released_practices_visible_since",
                table: "released_practices");

            migrationBuilder.DropIndex(
                name: "IX_released_conferences_visible_since",
                table: "released_conferences");

            migrationBuilder.DropIndex(
                name: "IX_mediator_listings_visible_since",
                table: "mediator_listings");

            migrationBuilder.DropColumn(
                name: "visible_since",
                table: "released_practices");

            migrationBuilder.DropColumn(
                name: "visible_since",
                table: "released_conferences");

            migrationBuilder.DropColumn(
                name: "visible_since",
                table: "mediator_listings");
        }
    }
}
