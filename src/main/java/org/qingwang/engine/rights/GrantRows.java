package org.qingwang.engine.rights;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The engine's table of authorizations, read for one person at a time and remembered for some seconds. Rows say what a
 * role may do and change with a release; who has the role is asked anew with each request. A change made on this node
 * counts at once, one made elsewhere after {@link #MEMORY}.
 */
@Repository
class GrantRows {

    private static final Duration MEMORY = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private volatile Remembered remembered = new Remembered();

    GrantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    HeldGrants heldBy(String userId, Set<String> groups) {
        if (isChangedInThisTransaction()) {
            return read(userId, groups);
        }
        Person person = new Person(String.valueOf(userId), groups);
        return recent().held().computeIfAbsent(person, unknown -> read(userId, groups));
    }

    /** @return whether there is a grant on one task or process of these kinds, other than on all of them */
    boolean areAnyOnSingle(Set<? extends Resource> kinds) {
        if (isChangedInThisTransaction()) {
            return isGrantedOnSingle(kinds);
        }
        return recent().onSingle().computeIfAbsent(kinds, unknown -> isGrantedOnSingle(kinds));
    }

    private Remembered recent() {
        Remembered current = remembered;
        if (current.isOld()) {
            current = new Remembered();
            remembered = current;
        }
        return current;
    }

    /** To be called with every change: until its transaction ends nothing is remembered, then all is read anew. */
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive() || isChangedInThisTransaction()) {
            remembered = new Remembered();
            return;
        }
        TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(GrantRows.this);
                remembered = new Remembered();
            }
        });
    }

    private boolean isChangedInThisTransaction() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    private HeldGrants read(String userId, Collection<String> groups) {
        return new HeldGrants(jdbc.sql("""
                        select type_, group_id_, resource_type_, resource_id_, perms_ from act_ru_authorization
                        where group_id_ = any(?) or user_id_ in (?, '*')""")
                .params(new SqlArrayValue("text", groups.toArray()), userId)
                .query((row, n) -> new HeldGrants.Row(
                        row.getInt(1), row.getString(2), row.getInt(3), row.getString(4), row.getInt(5)))
                .list());
    }

    private boolean isGrantedOnSingle(Set<? extends Resource> kinds) {
        return jdbc.sql("""
                        select exists(select from act_ru_authorization
                        where resource_type_ = any(?) and resource_id_ <> '*')""")
                .param(new SqlArrayValue(
                        "integer", kinds.stream().map(Resource::resourceType).toArray()))
                .query(Boolean.class)
                .single();
    }

    private record Person(String userId, Set<String> groups) {}

    private record Remembered(
            ConcurrentMap<Person, HeldGrants> held,
            ConcurrentMap<Set<? extends Resource>, Boolean> onSingle,
            long since) {

        Remembered() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), System.nanoTime());
        }

        boolean isOld() {
            return System.nanoTime() - since > MEMORY.toNanos();
        }
    }
}
