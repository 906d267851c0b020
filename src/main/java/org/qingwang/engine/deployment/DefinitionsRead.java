package org.qingwang.engine.deployment;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * When this node last read which process definition. A suspension made on this node counts at once, one made elsewhere
 * after {@link #MEMORY}.
 */
@Component
class DefinitionsRead {

    private static final Duration MEMORY = Duration.ofSeconds(5);

    private final ConcurrentMap<String, Long> reads = new ConcurrentHashMap<>();

    boolean isRecent(String definitionId) {
        Long at = reads.get(definitionId);
        return at != null
                && System.nanoTime() - at < MEMORY.toNanos()
                && !TransactionSynchronizationManager.hasResource(this);
    }

    void remember(String definitionId) {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            reads.put(definitionId, System.nanoTime());
        }
    }

    /** Until the transaction ends nothing is remembered, then all is read anew. */
    void forget() {
        reads.clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResource(DefinitionsRead.this);
                    reads.clear();
                }
            });
        }
    }
}
