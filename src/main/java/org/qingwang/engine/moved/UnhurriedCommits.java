package org.qingwang.engine.moved;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * What a thread does at another time is on the disk a moment after its commit, not with it. Nothing outside the database
 * is told of it, and it is noted in the same transactions how far it came: after a power cut a moment's work is done
 * again. Whoever commits at the present waits for the disk as ever, and what that transaction may have seen is written
 * before it.
 */
@Component
class UnhurriedCommits implements TransactionExecutionListener {

    private final JdbcClient jdbc;

    UnhurriedCommits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, Throwable failure) {
        if (failure == null && MovedClock.isMoved() && !transaction.isReadOnly()) {
            jdbc.sql("set local synchronous_commit = off").update();
        }
    }
}
