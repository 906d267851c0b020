package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** If this fails, a rehearsal counts by a law that this installation corrected long ago. */
class LawTransferTest {

    private static final String RULE = "complaint.acceptance";

    private Installation office;
    private Installation stage;

    /** The law of one database, and what carries it. */
    private record Installation(LawRevisions table, Law law, LawTransfer transfer) {

        /** A new database has no correction: the table is all that the law reads of it. */
        static Installation empty() {
            JdbcClient jdbc =
                    JdbcClient.create(new DriverManagerDataSource(TestPostgres.newDatabase(), "postgres", "postgres"));
            jdbc.sql("""
                            create table law_revision (revision int primary key, file text, content text, sha256 text,
                                reason text, by_id text, by_name text, entered_at timestamptz, moved int)""").update();
            LawRevisions table = new LawRevisions(jdbc);
            Law law = new Law(table, "");
            return new Installation(table, law, new LawTransfer(table, law));
        }

        int limit() {
            return law.current()
                    .find(DeadlineRule.class, RULE, LocalDate.of(2026, 3, 2))
                    .orElseThrow()
                    .limit();
        }
    }

    @BeforeEach
    void begin() {
        office = Installation.empty();
        stage = Installation.empty();
    }

    @Test
    void whatWasCorrectedHereCountsOnTheStageAndIsTakenOverOnce() {
        int shipped = stage.limit();
        office.table().add(correction(1, shipped + 3));
        office.table().add(correction(2, shipped + 5));
        office.law().refresh();

        stage.transfer().takeOver(office.transfer().corrections());
        stage.transfer().takeOver(office.transfer().corrections());

        assertThat(office.limit()).isEqualTo(shipped + 5);
        assertThat(stage.limit()).as("the newest correction").isEqualTo(shipped + 5);
        assertThat(stage.transfer().corrections()).isEqualTo(office.transfer().corrections());
    }

    @Test
    void withoutCorrectionsTheStageHasTheLawTheProductBrings() {
        stage.transfer().takeOver(office.transfer().corrections());

        assertThat(stage.transfer().corrections()).isEqualTo(List.of());
        assertThat(stage.limit()).isEqualTo(office.limit());
    }

    private static LawRevision correction(int number, int limit) {
        String content = """
                deadlines:
                  - id: %s
                    name: Acceptance, corrected
                    nameZh: 受理期限（更正）
                    startsAt: receipt
                    startsAtZh: 收到
                    duty: OFFICER
                    versionOn: EVENT
                    versions:
                      - from: 2000-01-01
                        limit: %d
                        unit: WORKING_DAY
                        law: Corrected
                        lawZh: 更正
                        article: "1"
                        verified: false
                """.formatted(RULE, limit);
        return new LawRevision(
                number,
                "deadlines.yaml",
                content,
                "0".repeat(64),
                "Corrected",
                "admin",
                "Administrator",
                Instant.parse("2026-01-05T02:00:00Z"),
                0);
    }
}
