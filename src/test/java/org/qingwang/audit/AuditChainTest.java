package org.qingwang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.agency.Actor;
import org.qingwang.agency.ActorPrincipal;
import org.qingwang.audit.ChainReport.Broken;
import org.qingwang.audit.ChainReport.How;
import org.qingwang.support.SignIn;
import org.qingwang.support.TestPostgres;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Without this the audit would be a table like any other: a person with the database's password could rewrite what an
 * officer did, and nobody would know.
 */
class AuditChainTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T04:00:00.123456789Z"), ZoneOffset.UTC);

    private HikariDataSource database;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private AuditLog log;
    private AuditService audit;

    @BeforeEach
    void emptyChain() throws IOException {
        database = new HikariDataSource();
        database.setJdbcUrl(TestPostgres.newDatabase());
        database.setUsername("postgres");
        database.setPassword("postgres");
        jdbc = JdbcClient.create(database);
        jdbc.sql(migration("V20__audit.sql")).update();
        jdbc.sql(migration("V102__audit_append.sql")).update();
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        AuditEntries entries = new AuditEntries(jdbc);
        log = new ChainedAuditLog(entries, NOON);
        audit = new AuditService(entries);
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        database.close();
    }

    @Test
    void anEntryTellsWhoDidWhatForWhomAndByWhichForm() {
        ActorPrincipal officer = () -> SignIn.officer("customs-440000");
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(officer, null, List.of()));
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("value", new BigDecimal("1200.50"));
        after.put("on", LocalDate.of(2026, 11, 22));
        after.put("nothing", null);
        transaction.executeWithoutResult(status -> log.record(new AuditEntry(
                "case.assigned", "case", "QW-7", Map.of("lead", "none"), after, "nearest port", "case-assign:3")));

        RecordedEntry entry = audit.about("case", "QW-7", Long.MAX_VALUE, 10).get(0);
        assertThat(entry.actor()).isEqualTo("officer.customs-440000");
        assertThat(entry.jurisdiction()).isEqualTo("customs-440000");
        assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-22T04:00:00.123456Z"));
        assertThat(entry.action()).isEqualTo("case.assigned");
        assertThat(entry.reason()).isEqualTo("nearest port");
        assertThat(entry.formVersion()).isEqualTo("case-assign:3");
        assertThat(entry.before()).isEqualTo("{\"lead\": \"none\"}");
        assertThat(entry.after()).contains("\"value\": 1200.50", "\"on\": \"2026-11-22\"", "\"nothing\": null");
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void whatTheProductDoesByItselfIsItsOwnAct() {
        act(1);
        assertThat(audit.newest(Long.MAX_VALUE, 1).get(0).actor()).isEqualTo(Actor.SYSTEM.userId());
    }

    @Test
    void aRolledBackUseCaseLeavesNoEntry() {
        transaction.executeWithoutResult(status -> {
            log.record(entry(1));
            status.setRollbackOnly();
        });
        assertThat(audit.length()).isZero();
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void whatASavepointTakesBackLeavesNoEntryButTheRestOfTheTransactionDoes() {
        TransactionTemplate nested = new TransactionTemplate(
                transaction.getTransactionManager(), propagation(TransactionDefinition.PROPAGATION_NESTED));
        transaction.executeWithoutResult(outer -> {
            log.record(entry(1));
            nested.executeWithoutResult(inner -> {
                log.record(entry(2));
                inner.setRollbackOnly();
            });
            log.record(entry(3));
        });
        assertThat(subjects()).containsExactly("3", "1");
    }

    @Test
    void aTransactionWithinATransactionHasItsOwnEntries() {
        TransactionTemplate separate = new TransactionTemplate(
                transaction.getTransactionManager(), propagation(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        transaction.executeWithoutResult(outer -> {
            log.record(entry(1));
            separate.executeWithoutResult(inner -> log.record(entry(2)));
            log.record(entry(3));
            outer.setRollbackOnly();
        });
        assertThat(subjects()).containsExactly("2");
    }

    @Test
    void anActDuringTheCommitIsNotLost() {
        transaction.executeWithoutResult(status -> {
            log.record(entry(1));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    log.record(entry(2));
                }
            });
        });
        assertThat(subjects()).containsExactly("2", "1");
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void anActOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> log.record(entry(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void textThatNoDatabaseStoresDoesNotStopTheAct() {
        transaction.executeWithoutResult(status -> log.record(
                AuditEntry.of("complaint.filed", "complaint", "1", Map.of("seller", "a\u0000b\ud800c 假货 🐟"))));
        assertThat(audit.newest(Long.MAX_VALUE, 1).get(0).after()).contains("a\ufffdb\ufffdc 假货 🐟");
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void numbersTheDatabaseWritesDifferentlyAreStillTheSame() {
        transaction.executeWithoutResult(status -> log.record(AuditEntry.of(
                "case.valued", "case", "1", Map.of("a", new BigDecimal("1E+3"), "b", 1e10, "c", 0.1f, "d", 7L))));
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void concurrentWritersKeepOneUnbrokenChain() throws Exception {
        int writers = 8;
        int transactions = 25;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<? extends Future<?>> work = IntStream.range(0, writers)
                    .mapToObj(writer -> pool.submit(() -> IntStream.range(0, transactions)
                            .forEach(n -> transaction.executeWithoutResult(status -> {
                                log.record(entry(writer));
                                log.record(entry(writer));
                                if (n % 5 == 0) {
                                    status.setRollbackOnly();
                                }
                            }))))
                    .toList();
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }
        ChainReport report = audit.verify();
        assertThat(report.broken()).isEmpty();
        assertThat(report.checked()).isEqualTo(writers * 20 * 2);
    }

    @Test
    void aChainLongerThanOnePageIsWalkedToItsEnd() {
        transaction.executeWithoutResult(
                status -> IntStream.rangeClosed(1, 4_321).forEach(n -> log.record(entry(n))));
        assertThat(audit.verify().checked()).isEqualTo(4_321);
        attack("update audit_entry set reason = 'none' where seq = 4320");
        assertThat(audit.verify().broken()).contains(new Broken(4_320, How.COLUMN_DIFFERS, "reason"));
    }

    @ParameterizedTest
    @CsvSource({
        "update audit_entry set reason = 'forged' where seq = 2",
        "delete from audit_entry where seq = 2",
        "truncate audit_entry",
        "delete from audit_head",
        "truncate audit_head",
        "update audit_head set seq = 1"
    })
    void theTableItselfRefusesToForget(String attack) {
        threeActs();
        assertThatThrownBy(() -> jdbc.sql(attack).update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .rootCause()
                .message()
                .containsAnyOf("append-only", "only grows");
        assertThat(audit.verify().holds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "update audit_entry set payload = replace(payload, 'reason 2', 'forged') where seq = 2 ; 2 ; CHANGED ;",
                "update audit_entry set payload = 'no json', hash = sha256(prev_hash || 'no json') where seq = 3"
                        + " ; 3 ; COLUMN_DIFFERS ; payload",
                "update audit_entry set payload = 'x', hash = sha256(prev_hash || 'x'), reason = 'x' where seq = 2"
                        + " ; 2 ; COLUMN_DIFFERS ; payload",
                "update audit_entry set reason = 'forged' where seq = 2 ; 2 ; COLUMN_DIFFERS ; reason",
                "update audit_entry set actor = 'somebody' where seq = 2 ; 2 ; COLUMN_DIFFERS ; actor",
                "update audit_entry set jurisdiction = 'customs-330000' where seq = 2 ; 2 ; COLUMN_DIFFERS ; jurisdiction",
                "update audit_entry set at = at + interval '1 day' where seq = 2 ; 2 ; COLUMN_DIFFERS ; at",
                "update audit_entry set after = '{\"n\": 99}' where seq = 2 ; 2 ; COLUMN_DIFFERS ; after",
                "update audit_entry set before = '{\"n\": 99}' where seq = 2 ; 2 ; COLUMN_DIFFERS ; before",
                "update audit_entry set prev_hash = hash where seq = 2 ; 2 ; RELINKED ;",
                "delete from audit_entry where seq = 1 ; 1 ; MISSING ;",
                "delete from audit_entry where seq = 2 ; 2 ; MISSING ;",
                "delete from audit_entry where seq = 3 ; 3 ; TAIL_CUT ;",
                "delete from audit_entry where seq >= 2 ; 2 ; TAIL_CUT ;",
                "delete from audit_entry ; 1 ; TAIL_CUT ;",
                "update audit_head set seq = 2 ; 3 ; ADDED ;",
                "update audit_head set seq = 4 ; 4 ; TAIL_CUT ;",
                "update audit_head set hash = 'x' ; 3 ; HEAD_ALTERED ;",
                "delete from audit_head ; 0 ; HEAD_MISSING ;"
            })
    void anAdministratorOfTheDatabaseIsFoundOut(String attack, long seq, How how, String column) {
        threeActs();
        attack(attack);
        assertThat(audit.verify().broken()).contains(new Broken(seq, how, column == null ? "" : column));
    }

    @Test
    void anEntryRewrittenTogetherWithItsHashNoLongerLeadsToTheNext() {
        threeActs();
        attack("""
                update audit_entry
                   set reason = 'forged',
                       payload = replace(payload, 'reason 2', 'forged'),
                       hash = sha256(prev_hash || convert_to(replace(payload, 'reason 2', 'forged'), 'UTF8'))
                 where seq = 2""");
        assertThat(audit.verify().broken()).contains(new Broken(3, How.RELINKED, ""));
    }

    @Test
    void aReaderPagesFromTheNewestToTheFirst() {
        threeActs();
        assertThat(audit.newest(Long.MAX_VALUE, 2))
                .extracting(RecordedEntry::seq)
                .containsExactly(3L, 2L);
        assertThat(audit.newest(2, 2)).extracting(RecordedEntry::seq).containsExactly(1L);
        assertThat(audit.about("complaint", "2", Long.MAX_VALUE, 2)).hasSize(1);
        assertThat(audit.placeOf(NOON.instant().plusSeconds(1))).isEqualTo(4);
        assertThat(audit.placeOf(NOON.instant().minusSeconds(1))).isZero();
    }

    /** The audit leans on no other table, so these tests need not wait for the others. */
    private static String migration(String file) throws IOException {
        return new ClassPathResource("db/migration/" + file).getContentAsString(StandardCharsets.UTF_8);
    }

    private void threeActs() {
        IntStream.rangeClosed(1, 3).forEach(this::act);
    }

    private void act(int n) {
        transaction.executeWithoutResult(status -> log.record(entry(n)));
    }

    private static AuditEntry entry(int n) {
        return AuditEntry.of("complaint.filed", "complaint", String.valueOf(n), Map.of("n", n))
                .withReason("reason " + n);
    }

    private List<String> subjects() {
        return audit.newest(Long.MAX_VALUE, 10).stream()
                .map(RecordedEntry::subjectId)
                .toList();
    }

    /** What somebody with the rights of the database's owner can do. */
    private void attack(String sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table audit_entry disable trigger all").update();
            jdbc.sql("alter table audit_head disable trigger all").update();
            jdbc.sql(sql).update();
        });
    }

    private static TransactionDefinition propagation(int behaviour) {
        return new DefaultTransactionDefinition(behaviour);
    }
}
