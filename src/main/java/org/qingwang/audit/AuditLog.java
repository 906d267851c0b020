package org.qingwang.audit;

/** Remembers who did what. An act and its entry are committed together or not at all. */
public interface AuditLog {

    /**
     * Adds an entry for the current actor in the current transaction.
     *
     * @throws IllegalStateException if there is no transaction
     */
    void record(AuditEntry entry);
}
