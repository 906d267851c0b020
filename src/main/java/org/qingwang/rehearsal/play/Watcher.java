package org.qingwang.rehearsal.play;

/** Follows a run. */
public interface Watcher {

    /**
     * Called at least once for each day that is played.
     *
     * @param day of how many, 1 for the first
     * @throws RuntimeException to end the run
     */
    void reached(int day, int days);
}
