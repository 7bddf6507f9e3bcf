package hotleads.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What each role may do to each table that the migrations make. A new table, or a right more or less than it had, fails
 * until this table says so: give a runtime role only what its statements need.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
    private static final String RIGHTS = """
            auth.account: delete, insert, select, update
            auth.audit_anchor: insert, select
            auth.audit_entry: insert, select
            auth.audit_link: insert, select
            auth.audit_shipping: select, update
            auth.break_glass_card: insert, select, update
            auth.factor: delete, insert, select, update
            auth.factor_reset: delete, insert, select, update
            auth.flyway_schema_history: none
            auth.invite: delete, insert, select, update
            auth.key_rotation: insert, select, update
            auth.key_set: insert, select, update
            auth.known_browser: delete, insert, select, update
            auth.notice: delete, insert, select, update
            auth.passkey: insert, select, update
            auth.passkey_challenge: delete, insert, select
            auth.passkey_user: delete, insert, select
            auth.practice_key: insert, select, update
            auth.recovery_code: insert, select, update
            auth.recovery_list: delete, insert, select, update
            auth.sealing_key: delete, insert, select
            auth.session: delete, insert, select, update
            auth.signing_key: delete, insert, select
            auth.spent_assertion: delete, insert, select
            auth.totp_factor: delete, insert, select, update
            auth.tries: delete, insert, select, update
            auth.working_factor: select
            core.absence: insert, select, update
            core.act: delete, insert, select, update
            core.acuity_hook: delete, insert, select
            core.attendance: delete, insert, select, update
            core.attendance_look: delete, insert, select, update
            core.audit_anchor: insert, select
            core.audit_entry: insert, select
            core.audit_link: insert, select
            core.audit_shipping: select, update
            core.audit_verification: insert, select, update
            core.backfill: insert, select, update
            core.booking: delete, insert, select, update
            core.booking_change: delete, insert, select, update
            core.booking_move: delete, insert, select, update
            core.calendar: delete, insert, select, update
            core.care_check_in: delete, insert, select, update
            core.check_in: delete, insert, select, update
            core.check_in_change: delete, insert, select
            core.crm_record: delete, insert, select, update
            core.crm_stage_move: delete, insert, select, update
            core.crm_task: delete, insert, select, update
            core.digest: insert, select, update
            core.erasure: insert, select, update
            core.erasure_ledger: insert, select
            core.erasure_wish: delete, insert, select
            core.fetch_cursor: insert, select, update
            core.fetch_run: insert, select, update
            core.flyway_schema_history: none
            core.google_channel: delete, insert, select, update
            core.google_event: delete, insert, select, update
            core.google_own_event: delete, insert, select, update
            core.google_reading: insert, select, update
            core.help_country: insert, select, update
            core.identity: delete, insert, select, update
            core.identity_digest: delete, insert, select, update
            core.inbox_delivery: delete, insert, select, update
            core.key_rotation: insert, select, update
            core.key_set: insert, select, update
            core.known_anew: delete, insert, select, update
            core.lead: delete, insert, select, update
            core.live_version: insert, select, update
            core.look: delete, insert, select
            core.look_again: insert, select, update
            core.lookback: insert, select, update
            core.match_candidate: delete, insert, select, update
            core.match_decision: delete, insert, select
            core.observation: delete, insert, select, update
            core.outbox: delete, insert, select, update
            core.outcome: delete, insert, select, update
            core.person: delete, insert, select, update
            core.person_export: insert, select, update
            core.person_export_archive: delete, insert, select
            core.portal_setting: delete, insert, select, update
            core.practice_key: insert, select, update
            core.practice_setting: insert, select, update
            core.presence: delete, insert, select, update
            core.provider_account: insert, select, update
            core.provider_permit: insert, select, update
            core.provider_state: insert, select, update
            core.read_ticket: usage
            core.rebuild: insert, select, update
            core.replay: insert, select, update
            core.replay_item: insert, select, update
            core.retention_setting: insert, select, update
            core.scheduled_tasks: delete, insert, select, update
            core.scoring_version: insert, select
            core.sealing_key: delete, insert, select, update
            core.session_type: delete, insert, select, update
            core.source_known: insert, select, update
            core.source_observation: delete, insert, select, update
            core.source_pause: delete, insert, select
            core.source_record: delete, insert, select
            core.source_record_id_seq: none
            core.source_state: delete, insert, select, update
            core.sweep: insert, select, update
            core.sweep_difference: insert, select
            core.tombstone: insert, select
            core.touched_time: delete, insert, select, update
            core.usual_hour: delete, insert, select, update
            core.window_read: insert, select
            core.working_hours: delete, insert, select
            core.working_plan: insert, select, update
            core.zoom_hook: delete, insert, select
            core.zoom_run: delete, insert, select, update
            """;

    private static final String NO_RIGHT = "42501";

    /** The tables of the trail, each with a column somebody may want to alter. */
    private static final Map<String, String> TRAIL =
            Map.of("audit_entry", "act", "audit_link", "hash", "audit_anchor", "hash");

    private static final List<String> AGAINST_THE_TRAIL = List.of(
            "UPDATE %1$s SET %2$s = %2$s",
            "DELETE FROM %1$s",
            "TRUNCATE %1$s",
            "DROP TABLE %1$s",
            "ALTER TABLE %1$s DISABLE TRIGGER ALL",
            "ALTER TABLE %1$s ADD COLUMN more text",
            "ALTER TABLE %1$s DROP COLUMN %2$s",
            "ALTER TABLE %1$s OWNER TO CURRENT_USER",
            "DO 'BEGIN LOCK TABLE %1$s IN ACCESS EXCLUSIVE MODE; END'",
            "CREATE INDEX ON %1$s (%2$s)",
            "CREATE RULE kept AS ON INSERT TO %1$s DO INSTEAD NOTHING",
            "CREATE TRIGGER kept BEFORE INSERT ON %1$s FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "SELECT %2$s FROM %1$s FOR UPDATE");

    private static final List<String> OUT_OF_THE_DATABASE = List.of(
            "COPY (SELECT 1) TO PROGRAM 'true'",
            "COPY (SELECT 1) TO '/tmp/taken'",
            "SELECT pg_read_file('/etc/passwd')",
            "SELECT pg_read_binary_file('PG_VERSION')",
            "SELECT pg_ls_dir('.')",
            "SELECT pg_stat_file('PG_VERSION')",
            "SELECT lo_import('/etc/passwd')",
            "LOAD '/tmp/taken.so'");

    private static final List<String> MORE_RIGHTS = List.of(
            "SET session_replication_role = replica",
            "SET ROLE postgres",
            "SET SESSION AUTHORIZATION postgres",
            "ALTER ROLE CURRENT_USER SUPERUSER",
            "ALTER ROLE CURRENT_USER BYPASSRLS",
            "CREATE ROLE another",
            "CREATE DATABASE another",
            "ALTER SYSTEM SET log_statement = 'all'",
            "CREATE EXTENSION file_fdw SCHEMA pg_catalog",
            "CREATE TEMPORARY TABLE mine (id int)",
            "CREATE TABLE public.mine (id int)",
            "SELECT rolpassword FROM pg_authid",
            "SELECT pg_create_physical_replication_slot('taken')",
            "SET log_statement = 'all'");

    private SomeDatabase running;

    @BeforeAll
    void migrate(@TempDir Path folder, @TempDir Path jars) {
        running = SomeDatabase.startedIn(folder);
        Map<Schema, Path> built = new HashMap<>();
        for (Schema schema : Schema.values()) {
            built.put(schema, SomeJars.withMigrations(jars, schema, committed(schema)));
        }
        new Migrate(built).run(running.database(), running.ownerPassword());
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void eachRoleHasWhatItNeedsOfItsOwnTablesAndNothingElse() throws SQLException {
        String found = running.ask(DatabaseRole.OWNER, """
                SELECT string_agg(held, E'\\n' ORDER BY held COLLATE "C")
                FROM (
                  SELECT n.nspname || '.' || c.relname || ': '
                      || coalesce(string_agg(lower(a.privilege_type) || CASE WHEN a.is_grantable THEN ' and to give it on' ELSE '' END
                          || CASE WHEN pg_get_userbyid(a.grantee) = 'hl_' || n.nspname THEN '' ELSE ' for another' END,
                        ', ' ORDER BY a.privilege_type), 'none') AS held
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  LEFT JOIN LATERAL aclexplode(c.relacl) a ON a.grantee <> c.relowner
                  WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND c.relkind NOT IN ('i', 'I', 't')
                  GROUP BY n.nspname, c.relname) AS each_relation
                """);

        assertThat(found.lines()).containsExactlyElementsOf(RIGHTS.lines().toList());
    }

    @Test
    void theyHaveNoneByAnyOtherWay() throws SQLException {
        String ours = "('auth', 'core')";
        assertNone(
                "one column alone",
                "SELECT attrelid::regclass || '.' || attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid"
                        + " WHERE attacl IS NOT NULL AND relnamespace::regnamespace::text IN " + ours
                        // A key is wrapped anew under another one; nothing else of its row changes.
                        + " AND NOT (attrelid = 'auth.sealing_key'::regclass AND attname IN ('wrapped', 'wrapped_by'))");
        assertNone(
                "a function",
                "SELECT oid::regprocedure FROM pg_proc WHERE pronamespace::regnamespace::text IN ('auth', 'core', 'public')");
        assertNone(
                "a role they belong to, or that belongs to them",
                "SELECT member::regrole FROM pg_auth_members"
                        + " WHERE member::regrole::text LIKE 'hl\\_%' OR roleid::regrole::text LIKE 'hl\\_%'");
        assertNone(
                "something of their own",
                "SELECT oid::regclass FROM pg_class WHERE relowner::regrole::text IN ('hl_auth', 'hl_core')");
        assertNone("a setting", "SELECT parname FROM pg_parameter_acl");
        assertNone(
                "what is made later",
                "SELECT defaclobjtype FROM pg_default_acl, aclexplode(defaclacl) a WHERE a.grantee <> defaclrole");
        assertNone(
                "a schema",
                "SELECT nspname || ' ' || grantee FROM pg_namespace, aclexplode(nspacl) a"
                        + " WHERE nspname IN ('auth', 'core', 'public') AND a.grantee <> nspowner"
                        + " AND NOT (privilege_type = 'USAGE' AND pg_get_userbyid(grantee) = 'hl_' || nspname)");
        assertNone(
                "the database",
                "SELECT privilege_type || ' ' || grantee FROM pg_database, aclexplode(datacl) a"
                        + " WHERE datname = current_database() AND a.grantee <> datdba"
                        + " AND (a.grantee = 0 OR privilege_type <> 'CONNECT')");
    }

    @ParameterizedTest
    @EnumSource(Schema.class)
    void aRuntimeRoleMayOnlyAddToTheTrail(Schema schema) throws SQLException {
        List<String> attempts = TRAIL.entrySet().stream()
                .flatMap(table -> AGAINST_THE_TRAIL.stream()
                        .map(attempt -> attempt.formatted(schema.word() + "." + table.getKey(), table.getValue())))
                .toList();

        assertThat(notRefused(schema.runtime(), attempts)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Schema.class)
    void aRuntimeRoleSeesNothingOfTheOther(Schema schema) throws SQLException {
        String other = schema == Schema.AUTH ? "core" : "auth";
        List<String> attempts = RIGHTS.lines()
                .map(line -> line.substring(0, line.indexOf(':')))
                .filter(table -> table.startsWith(other + "."))
                .flatMap(table -> Stream.of("SELECT 1 FROM " + table, "COPY " + table + " TO STDOUT"))
                .collect(Collectors.toCollection(ArrayList::new));
        attempts.add("CREATE TABLE " + other + ".mine (id int)");
        attempts.add("SET ROLE hl_" + other);

        assertThat(notRefused(schema.runtime(), attempts)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Schema.class)
    void aRuntimeRoleMakesAndChangesNoTable(Schema schema) throws SQLException {
        List<String> attempts = new ArrayList<>(List.of(
                "CREATE TABLE %s.mine (id int)".formatted(schema.word()),
                "CREATE VIEW %s.mine AS SELECT 1".formatted(schema.word()),
                "CREATE FUNCTION %s.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'".formatted(schema.word()),
                "CREATE SCHEMA mine",
                "DROP SCHEMA %s CASCADE".formatted(schema.word()),
                "SET ROLE hl_owner",
                "SET SESSION AUTHORIZATION hl_owner"));
        RIGHTS.lines()
                .map(line -> line.substring(0, line.indexOf(':')))
                .filter(table -> table.startsWith(schema.word() + ".")
                        && !table.endsWith("read_ticket")
                        && !table.endsWith("_seq")
                        && !table.endsWith("working_factor"))
                .forEach(table -> attempts.addAll(
                        List.of("ALTER TABLE " + table + " ADD COLUMN more text", "DROP TABLE " + table)));

        assertThat(notRefused(schema.runtime(), attempts)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DatabaseRole.class)
    void nobodyReachesTheServersFilesOrGetsMoreRights(DatabaseRole role) throws SQLException {
        assertThat(notRefused(
                        role,
                        Stream.concat(OUT_OF_THE_DATABASE.stream(), MORE_RIGHTS.stream())
                                .toList()))
                .isEmpty();
        assertThat(running.ask(
                        role,
                        "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls OR rolreplication FROM pg_roles"
                                + " WHERE rolname = current_user"))
                .isEqualTo("f");
    }

    /** Each that went through or failed for another reason, which would say nothing about rights. */
    private List<String> notRefused(DatabaseRole role, List<String> attempts) throws SQLException {
        List<String> through = new ArrayList<>();
        try (Connection connection = running.connect(role);
                Statement statement = connection.createStatement()) {
            for (String attempt : attempts) {
                try {
                    statement.execute(attempt);
                    through.add(attempt);
                } catch (SQLException refusal) {
                    if (!NO_RIGHT.equals(refusal.getSQLState())) {
                        through.add(attempt + ": " + refusal.getMessage());
                    }
                }
            }
        }
        return through;
    }

    private void assertNone(String what, String query) throws SQLException {
        assertThat(running.ask(
                        DatabaseRole.OWNER,
                        "SELECT string_agg(found::text, ', ') FROM (" + query + ") AS each_one (found)"))
                .as(what)
                .isNull();
    }

    /** As they stand in the sources of the service that carries them. */
    private static Map<String, String> committed(Schema schema) {
        Path folder = Path.of(System.getProperty("hotleads.home", ".."))
                .resolve("services/%1$s/src/main/resources/db/migration/%1$s".formatted(schema.word()));
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString(), RightsTest::text));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
