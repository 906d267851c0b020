package org.qingwang.bench;

/** One of the two engines that are compared on the same way of a complaint. */
interface Side extends AutoCloseable {

    String name();

    /** Name of its database, for the counters. */
    String database();

    /** Files complaint {@code number}. */
    void file(int number);

    /**
     * Finds, claims and submits one task as an officer does.
     *
     * @param step id of the task in the model
     * @return whether the task was open; if not, the engine is still on its way to it
     */
    boolean work(int number, String step);

    /** Whether the complaint's case has reached its end. */
    boolean finished(int number);

    @Override
    void close();
}
