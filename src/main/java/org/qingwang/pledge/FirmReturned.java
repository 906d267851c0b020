package org.qingwang.pledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A return of a firm for a period of its pledge.
 *
 * @param round counted from 1; the last one of a period counts
 * @param remark null for none
 * @param by the firm as it was named then
 */
public record FirmReturned(int round, List<Figure> figures, String remark, Instant at, String by) {

    public FirmReturned {
        figures = List.copyOf(figures);
    }

    /** @return the figure of a measure; empty if the firm does not show it */
    public Optional<Figure> figure(String measure) {
        return figures.stream().filter(one -> one.measure().equals(measure)).findFirst();
    }
}
