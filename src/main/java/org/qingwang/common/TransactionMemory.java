package org.qingwang.common;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the current transaction has read of a table and nobody in it has changed since: asked for again, it needs no
 * second statement. Outside a transaction nothing is remembered, and nothing outlives one.
 *
 * @param <K> what a row is asked for by
 * @param <V> what was read; never null
 */
public final class TransactionMemory<K, V> {

    /** @return what was remembered in this transaction */
    public Optional<V> get(K key) {
        Remembered remembered = current();
        return remembered == null ? Optional.empty() : Optional.ofNullable(remembered.values.get(key));
    }

    /** Remembers what was just read or written, as it now stands in the table. */
    public void put(K key, V value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            Remembered remembered = current();
            if (remembered == null) {
                remembered = new Remembered();
                TransactionSynchronizationManager.bindResource(this, remembered);
                TransactionSynchronizationManager.registerSynchronization(remembered);
            }
            remembered.values.put(key, value);
        }
    }

    /** Whoever changes rows says so, before or after. */
    public void forget() {
        Remembered remembered = current();
        if (remembered != null) {
            remembered.values.clear();
        }
    }

    @SuppressWarnings("unchecked")
    private Remembered current() {
        return (Remembered) TransactionSynchronizationManager.getResource(this);
    }

    private final class Remembered implements TransactionSynchronization {

        private final Map<K, V> values = new HashMap<>();

        /** What was read since the savepoint may never have been so. */
        @Override
        public void savepointRollback(Object savepoint) {
            values.clear();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionMemory.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionMemory.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemory.this);
        }
    }
}
