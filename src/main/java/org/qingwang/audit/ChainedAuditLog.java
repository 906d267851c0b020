package org.qingwang.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Actors;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the entries of a transaction and links them into the chain in one round trip, as the last thing before the
 * commit.
 *
 * <p>Linking locks the head of the chain until the commit, and every other audited transaction waits for that lock. Were
 * it taken when the act is recorded, a use case would hold it while it works, and two of them would deadlock with the
 * rows they already changed. {@code beforeCommit} is late enough: the engine writes its own rows at the end of each of
 * its commands, which lie inside the transaction, so nothing is left between the lock and the commit but the commit
 * itself.
 */
@Component
class ChainedAuditLog implements AuditLog {

    private final AuditEntries entries;
    private final Clock clock;

    ChainedAuditLog(AuditEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public void record(AuditEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("an act is audited in the transaction that does it: " + entry.action());
        }
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.add(AuditPayload.of(entry, Actors.current(), clock.instant()));
    }

    /** The entries of one transaction that are not linked yet. */
    private final class Pending implements TransactionSynchronization, Ordered {

        private final List<String> payloads = new ArrayList<>();
        private final Map<Object, Integer> sizeAtSavepoint = new HashMap<>();
        private boolean committing;

        void add(String payload) {
            payloads.add(payload);
            if (committing) {
                link();
            }
        }

        private void link() {
            if (!payloads.isEmpty()) {
                entries.append(payloads);
                payloads.clear();
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            link();
        }

        /** After everybody else: whoever acts while the transaction is being committed would do so under the lock. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void savepoint(Object savepoint) {
            sizeAtSavepoint.put(savepoint, payloads.size());
        }

        @Override
        public void savepointRollback(Object savepoint) {
            int kept = sizeAtSavepoint.getOrDefault(savepoint, 0);
            payloads.subList(Math.min(kept, payloads.size()), payloads.size()).clear();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ChainedAuditLog.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ChainedAuditLog.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ChainedAuditLog.this);
        }
    }
}
