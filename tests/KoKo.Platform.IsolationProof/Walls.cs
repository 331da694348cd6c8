namespace KoKo.Platform.IsolationProof;

/// <summary>Every wall between tenants. Each is taken out alone; all others stand.</summary>
internal static class Walls
{
    private const string Sqlite = "KoKo.Platform.Tests";
    private const string Postgres = "KoKo.Platform.PostgresTests";
    private const string Data = "src/KoKo.Platform/Foundation/Data";

    public static IReadOnlyList<Wall> All { get; } =
    [
        new(2, "Zeilen eines Mandanten liest nur er selbst (Filter)",
            "die Bedingung „gehört meinem Mandanten“ im Abfragefilter",
            Sqlite, ["ApiIsolationTests.An_identifier_of_B_is_like_one_of_nobody(GetPractice)", "OwnershipRulesTests.Reading_a_tenants_rows_without_a_tenant_throws"],
            new Edit($"{Data}/PlatformDb.cs", "row => row.TenantId == OwnTenantId;", "row => row.TenantId != Guid.Empty;")),

        new(2, "Vorgänge zwischen zwei Seiten sehen nur diese beiden (Filter)",
            "die Bedingung „ich bin eine der beiden Seiten“ im Abfragefilter",
            Sqlite, ["ApiIsolationTests.An_identifier_of_B_is_like_one_of_nobody(GetMediationRequest)"],
            new Edit($"{Data}/PlatformDb.cs", "row.OwnerId == TenantIdOrNone || row.OwnerId == AccountIdOrNone ||", "row.OwnerId != Guid.Empty ||")),

        new(2, "Veröffentlichtes sieht nur die Zielgruppe (Filter)",
            "die Bedingung „gehört zu meinen Zielgruppen“ im Abfragefilter",
            Sqlite, ["ApiIsolationTests.An_identifier_of_B_is_like_one_of_nobody(GetReleasedPractice)"],
            new Edit($"{Data}/PlatformDb.cs", "AudienceNames.Contains(row.Audience) && !row.ShadowedBy", "!row.ShadowedBy")),

        new(2, "Die Suche zeigt und zählt nur, was die Zielgruppe sehen darf",
            "die Zielgruppen-Bedingung jeder Suchanfrage",
            Sqlite, ["SearchIsolationTests.Words_of_B_alone_are_words_of_nobody_to_A"],
            new Edit("src/KoKo.Platform/Foundation/Search/Lucene/AudienceFilter.cs", "{ new TermsFilter(IndexField.Audience, terms), Occur.MUST },", "{ new TermsFilter(IndexField.Audience, terms), Occur.SHOULD },\n            { new QueryWrapperFilter(new MatchAllDocsQuery()), Occur.SHOULD },")),

        new(2, "Jeder Treffer wird vor der Anzeige in der Datenbank nachgeprüft",
            "die Nachprüfung der Treffer",
            Sqlite, ["SearchIsolationTests.A_document_planted_for_B_or_without_a_row_is_shown_to_nobody_of_A"],
            new Edit("src/KoKo.Platform/Features/Network/VisibleHits.cs", "visible.Contains((hit.Kind, hit.ItemId, hit.Audience)) ? shown", "visible.Count >= 0 ? shown")),

        new(2, "Veröffentlicht wird nur im eigenen Namen",
            "der Vergleich zwischen Herausgeber und Handelndem",
            Sqlite, ["OwnershipRulesTests.A_publisher_works_on_nobody_elses_rows"],
            new Edit("src/KoKo.Platform/Foundation/Publishing/Publisher.cs", "if (self != publisher.Id)", "if (self == Guid.Empty)")),

        new(2, "Fremdes antwortet wie nicht Vorhandenes (404)",
            "der Status 404: Fremdes antwortet stattdessen mit 403",
            Sqlite, ["ApiIsolationTests.An_identifier_of_B_is_like_one_of_nobody(GetPractice)"],
            new Edit("src/KoKo.Platform/Foundation/Http/Problems.cs", "NotFound = new(\"not-found\", 404,", "NotFound = new(\"not-found\", 403,")),

        new(3, "Geschrieben wird nur in eigenen Zeilen (Prüfung vor jedem Speichern)",
            "die Prüfung des Eigentümers beim Speichern",
            Sqlite, ["OwnershipRulesTests.Adding_a_row_of_another_tenant_throws"],
            new Edit($"{Data}/OwnershipInterceptor.cs", "if (!holds)", "if (!holds && entry.State == EntityState.Detached)")),

        new(3, "Schlüssel beginnen mit dem Eigentümer",
            "der Mandant am Anfang eines Schlüssels, in der Datenbank",
            Postgres, ["PostgresCatalogueTests.Every_key_and_unique_index_of_a_guarded_table_begins_with_the_owner"],
            Sql("ALTER TABLE practice_log DROP CONSTRAINT \\\"PK_practice_log\\\", ADD PRIMARY KEY (practice_id, tenant_id, version)")),

        new(3, "Verweise tragen den Eigentümer",
            "der Mandant in einem Verweis, in der Datenbank",
            Postgres, ["PostgresCatalogueTests.Every_reference_to_a_guarded_table_carries_the_owner"],
            Sql("ALTER TABLE practices ADD UNIQUE (id, tenant_id); ALTER TABLE practice_log ADD FOREIGN KEY (practice_id, tenant_id) REFERENCES practices (id, tenant_id)")),

        new(3, "Die Datenbank selbst verweigert fremde Zeilen (Policy)",
            "die Bedingung der Policy für Mandanten",
            Postgres, ["RowLevelSecurityTests.Without_a_principal_nothing_of_an_owner_is_there", "PostgresCatalogueTests.Every_condition_names_the_owner_and_the_setting"],
            new Edit($"{Data}/Postgres/RowLevelSecurity.cs", "$\"tenant_id = {Tenant}\"", "$\"tenant_id IS NOT NULL OR tenant_id = {Tenant}\"")),

        new(3, "Auch der Eigentümer der Tabellen ist an Policies gebunden (FORCE)",
            "FORCE, samt der Startprüfung, die das Fehlen sonst schon meldet",
            Postgres, ["PostgresCatalogueTests.Every_table_with_an_owner_has_row_level_security_enabled_and_forced"],
            new Edit($"{Data}/Postgres/RowLevelSecurity.cs", "ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;", "ENABLE ROW LEVEL SECURITY;"),
            new Edit($"{Data}/Postgres/PostgresCatalogue.cs", "AND c.relrowsecurity AND c.relforcerowsecurity", "AND c.relrowsecurity")),

        new(3, "Veröffentlichtes gibt die Datenbank nur an die Zielgruppe (Policy)",
            "die Bedingung der Policy für Zielgruppen",
            Postgres, ["RowLevelSecurityTests.Without_a_principal_only_what_is_public_is_released"],
            new Edit($"{Data}/Postgres/RowLevelSecurity.cs", "$\"audience = ANY ({Audiences})\"", "$\"audience IS NOT NULL OR audience = ANY ({Audiences})\"")),

        new(3, "Eine Verbindung arbeitet nur für den, für den sie geöffnet wurde",
            "der Vergleich vor jedem Befehl",
            Postgres, ["PostgresPrincipalTests.Takes_no_command_once_the_principal_changed_while_it_was_open"],
            new Edit($"{Data}/Postgres/PostgresPrincipal.cs", "!ReferenceEquals(principal, other)", "other is null")),

        new(3, "Ein Auftrag läuft im Kontext seines Eigentümers",
            "der Kontext des Eigentümers: der Auftrag läuft ohne",
            Sqlite, ["OutboxWorkerTests.Does_each_message_once_and_in_the_context_of_its_owner"],
            new Edit("src/KoKo.Platform/Foundation/Jobs/OutboxWorker.cs", "await tenants.OpenAsync(message.Owner, cancellationToken);", "tenants.Open(TenantContext.Anonymous);")),

        new(3, "Ein Formular gilt nur für den Mandanten, für den es angezeigt wurde",
            "der Vergleich zwischen Formular und Sitzung",
            Sqlite, ["HubSessionTests.A_form_of_another_tab_with_another_tenant_is_refused"],
            new Edit("src/KoKo.Platform/Foundation/Web/TenantForms.cs", "if (form[HubForm.TenantField] != tenant)", "if (form[HubForm.TenantField] == \"none\" + tenant)")),

        new(5, "Ohne die Wände der Datenbank startet die Plattform nicht",
            "die Folge der Startprüfung",
            Postgres, ["PostgresCheckTests.A_missing_wall_is_named", "PostgresCheckTests.A_role_that_policies_do_not_bind_is_refused"],
            new Edit($"{Data}/Postgres/PostgresCheck.cs", "return faults.Count == 0;", "return faults.Count >= 0;")),
    ];

    /// <summary>Alters each database that a test gets, past the platform.</summary>
    private static Edit Sql(string statement) => new(
        "tests/KoKo.Platform.PostgresTests/World/TestDatabase.cs",
        "public TestDatabase() => Name = NewDatabase(Template.Value);",
        $"public TestDatabase()\n    {{\n        Name = NewDatabase(Template.Value);\n        PostgresServer.Execute(ConnectionString(), \"{statement}\");\n    }}");
}
