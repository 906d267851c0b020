package org.qingwang.demonstration;

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

/** If this fails, two nodes that start on one new server play the demonstration against each other. */
@QingwangTest
class TurnTest {

    @Autowired
    Turn turn;

    @Autowired
    DataSource pool;

    @Test
    void whileAnotherNodePlaysThisOneDoesNotAndThenItIsItsTurn() throws Exception {
        AtomicInteger played = new AtomicInteger();
        try (Connection other = pool.getConnection();
                Statement node = other.createStatement()) {
            node.execute("select pg_advisory_lock(340)");
            assertThat(turn.take(played::incrementAndGet)).isFalse();
            assertThat(played).as("the other is at it").hasValue(0);
            node.execute("select pg_advisory_unlock(340)");
        }

        assertThat(turn.take(played::incrementAndGet)).isTrue();
        assertThat(turn.take(played::incrementAndGet)).as("given back").isTrue();
        assertThat(played).hasValue(2);
    }

    @Test
    void whoBreaksOffGivesItBack() throws Exception {
        assertThatThrownBy(() -> turn.take(() -> {
                    throw new IOException("no script");
                }))
                .hasMessage("no script");

        assertThat(turn.take(() -> assertThat(turn.take(() -> {}))
                        .as("nobody else while it lasts")
                        .isFalse()))
                .isTrue();
    }
}
