package org.qingwang.customs;

import java.util.ArrayList;
import java.util.List;
import org.qingwang.common.BadInput;

/**
 * What became of a file of recordations. Every line is counted exactly once.
 *
 * @param refusals the lines that were not taken, the first first
 */
public record RecordationReport(int added, int changed, int unchanged, List<Refusal> refusals) {

    /** @param number the recordation's number as the line has it; null if none */
    public record Refusal(long line, String number, BadInput reason) {}

    /** What became of one recordation. */
    public enum Taken {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    static final class Count {

        private final int[] taken = new int[Taken.values().length];
        private final List<Refusal> refusals = new ArrayList<>();

        void add(Taken one) {
            taken[one.ordinal()]++;
        }

        void refuse(long line, String number, BadInput reason) {
            refusals.add(new Refusal(line, number, reason));
        }

        RecordationReport report() {
            return new RecordationReport(
                    taken[Taken.ADDED.ordinal()],
                    taken[Taken.CHANGED.ordinal()],
                    taken[Taken.UNCHANGED.ordinal()],
                    List.copyOf(refusals));
        }
    }

    public int total() {
        return added + changed + unchanged + refusals.size();
    }
}
