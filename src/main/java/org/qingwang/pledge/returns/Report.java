package org.qingwang.pledge.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A file as it was read.
 *
 * @param service whose figures it holds, in its own words
 * @param from first day of the period
 * @param to last day of the period
 */
public record Report(
        Part part, String service, LocalDate from, LocalDate to, List<Figure> figures, List<Finding> findings) {

    public Report {
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
    }

    /** @return the first figure of this name that can be read */
    Optional<Figure> figure(String of, String indicator, String scope) {
        return figures.stream()
                .filter(figure -> figure.of().equals(of)
                        && figure.indicator().equals(indicator)
                        && figure.scope().equals(scope)
                        && figure.value() != null)
                .findFirst();
    }
}
