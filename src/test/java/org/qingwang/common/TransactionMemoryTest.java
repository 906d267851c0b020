package org.qingwang.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qingwang.support.TestPostgres;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is remembered longer than a transaction shows an officer a state somebody else has changed since. */
class TransactionMemoryTest {

    private final TransactionMemory<String, String> memory = new TransactionMemory<>();
    private final JdbcTransactionManager transactions =
            new JdbcTransactionManager(new DriverManagerDataSource(TestPostgres.newDatabase(), "postgres", "postgres"));
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);

    @Test
    void whatWasReadIsKnownUntilTheTransactionEnds() {
        transaction.executeWithoutResult(status -> {
            memory.put("clock", "open");
            assertThat(memory.get("clock")).contains("open");
        });
        transaction.executeWithoutResult(
                status -> assertThat(memory.get("clock")).isEmpty());
    }

    @Test
    void whatWasReadBeforeARollbackIsForgotten() {
        transaction.executeWithoutResult(status -> {
            memory.put("clock", "open");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(
                status -> assertThat(memory.get("clock")).isEmpty());
    }

    @Test
    void aChangeMakesItReadAgain() {
        transaction.executeWithoutResult(status -> {
            memory.put("clock", "open");
            memory.forget();
            assertThat(memory.get("clock")).isEmpty();
        });
    }

    @Test
    void goingBackToASavepointMakesItReadAgain() {
        transaction.executeWithoutResult(status -> {
            Object savepoint = status.createSavepoint();
            memory.put("clock", "started after the savepoint");
            status.rollbackToSavepoint(savepoint);
            assertThat(memory.get("clock")).isEmpty();
        });
    }

    @Test
    void aTransactionWithinKnowsNothingOfTheOneAround() {
        TransactionTemplate within = new TransactionTemplate(transactions);
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            memory.put("clock", "open");
            within.executeWithoutResult(inner -> assertThat(memory.get("clock")).isEmpty());
            assertThat(memory.get("clock")).contains("open");
        });
    }

    @Test
    void outsideATransactionNothingIsRemembered() {
        memory.put("clock", "open");
        assertThat(memory.get("clock")).isEmpty();
    }
}
