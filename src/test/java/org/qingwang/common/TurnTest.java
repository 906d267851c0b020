package org.qingwang.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, two nodes that start on one new server play the demonstration against each other, or one rehearsal. */
@QingwangTest
class TurnTest {

    private static final long LOCK = 340_001;

    @Autowired
    Turn turn;

    @Autowired
    DataSource pool;

    @Test
    void whileAnotherNodePlaysThisOneDoesNotAndThenItIsItsTurn() throws Exception {
        AtomicInteger played = new AtomicInteger();
        try (Connection other = pool.getConnection();
                Statement node = other.createStatement()) {
            node.execute("select pg_advisory_lock(" + LOCK + ")");
            assertThat(turn.take(LOCK, played::incrementAndGet)).isFalse();
            assertThat(played).as("the other is at it").hasValue(0);
            node.execute("select pg_advisory_unlock(" + LOCK + ")");
        }

        assertThat(turn.take(LOCK, played::incrementAndGet)).isTrue();
        assertThat(turn.take(LOCK, played::incrementAndGet)).as("given back").isTrue();
        assertThat(played).hasValue(2);
    }

    @Test
    void whoBreaksOffGivesItBack() throws Exception {
        assertThatThrownBy(() -> turn.take(LOCK, () -> {
                    throw new IOException("no script");
                }))
                .hasMessage("no script");

        assertThat(turn.take(
                        LOCK,
                        () -> assertThat(turn.take(LOCK, () -> {}))
                                .as("nobody else while it lasts")
                                .isFalse()))
                .isTrue();
    }
}
