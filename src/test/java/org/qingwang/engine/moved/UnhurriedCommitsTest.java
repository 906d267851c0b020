package org.qingwang.engine.moved;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** If this fails, what somebody does at the present may be lost in a power cut after it was answered. */
@QingwangTest
class UnhurriedCommitsTest {

    private static final Instant THEN = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void onlyWorkAtAnotherTimeDoesNotWaitForTheDisk() {
        String atPresent = setting();

        assertThat(atPresent).as("as the server was told").doesNotEndWith("by session");
        assertThat(MovedClock.at(THEN, this::setting)).isEqualTo("off by session");
        assertThat(setting()).as("the next transaction on the same connection").isEqualTo(atPresent);
    }

    private String setting() {
        return transactions.execute(transaction -> jdbc.sql(
                        "select setting || ' by ' || source from pg_settings where name = 'synchronous_commit'")
                .query(String.class)
                .single());
    }
}
