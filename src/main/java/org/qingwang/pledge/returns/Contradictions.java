package org.qingwang.pledge.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds figures of one file that cannot all be right. */
final class Contradictions {

    private static final String MEDIAN = "Median time";
    private static final String MEASURES = "Number of measures taken at the provider's own initiative";
    private static final String AUTOMATED = "Number of measures taken after detection with solely automated means";
    private static final List<String> RESTRICTIONS = List.of("Visibility", "Monetary", "Provision", "Account");

    /** What a decision on a complaint can be; together they are all complaints. */
    private static final List<String> OUTCOMES =
            List.of("Decisions upheld", "Decisions partially reversed", "Decisions reversed", "Decision omitted");

    private final List<Finding> findings = new ArrayList<>();
    private final List<Figure> figures;

    private Contradictions(List<Figure> figures) {
        this.figures = figures;
    }

    static List<Finding> of(Part part, List<Figure> figures) {
        Contradictions found = new Contradictions(figures);
        switch (part) {
            case NOTICES -> {
                found.categories();
                found.partOf("Number of notices received from Trusted flaggers", "Number of notices received");
                found.partOf(
                        "Number of specific items of information included in the total number of notices by Trusted"
                                + " Flaggers (Trusted Flagger notices)",
                        "Number of specific items of information included in the total number of notices");
            }
            case OWN_INITIATIVE -> {
                found.categories();
                found.partOf(AUTOMATED, MEASURES);
                found.restrictions();
            }
            case APPEALS -> found.outcomes();
            case AUTOMATED_MEANS -> {
                // Its figures have no whole that they are parts of.
            }
        }
        return found.findings;
    }

    /** Sub-categories against their category, categories against the total, in every column of numbers. */
    private void categories() {
        Map<String, List<Figure>> byColumn = new LinkedHashMap<>();
        figures.stream()
                .filter(figure -> !figure.indicator().startsWith(MEDIAN))
                .forEach(figure -> byColumn.computeIfAbsent(figure.indicator(), none -> new ArrayList<>())
                        .add(figure));
        byColumn.values().forEach(this::column);
    }

    private void column(List<Figure> column) {
        List<Figure> categories = column.stream().filter(Figure::isCategory).toList();
        column.stream()
                .filter(figure -> figure.of().equals(Figure.TOTAL))
                .findFirst()
                .ifPresent(total -> sum(total, categories));
        Figure category = null;
        List<Figure> parts = new ArrayList<>();
        for (Figure figure : column) {
            if (figure.isKeyword()) {
                parts.add(figure);
            } else {
                sumIfAny(category, parts);
                category = figure;
                parts.clear();
            }
        }
        sumIfAny(category, parts);
    }

    private void sumIfAny(Figure whole, List<Figure> parts) {
        if (whole != null && !parts.isEmpty()) {
            sum(whole, parts);
        }
    }

    private void outcomes() {
        for (Figure total : figures) {
            List<Figure> outcomes = figures.stream()
                    .filter(figure -> figure.of().equals(total.of())
                            && figure.indicator().equals(total.indicator())
                            && OUTCOMES.contains(figure.scope()))
                    .toList();
            if (total.scope().equals(Figure.TOTAL_NUMBER) && !outcomes.isEmpty()) {
                sum(total, outcomes);
            }
        }
    }

    private void restrictions() {
        figures.stream()
                .filter(figure -> figure.indicator().equals(MEASURES))
                .forEach(measures -> sum(
                        measures,
                        figures.stream()
                                .filter(figure -> figure.row() == measures.row())
                                .filter(figure -> RESTRICTIONS.stream().anyMatch(figure.indicator()::startsWith))
                                .toList()));
    }

    /** Where a part cannot be read nothing is said: that it cannot is a finding of its own. */
    private void sum(Figure whole, List<Figure> parts) {
        if (whole.value() == null
                || parts.isEmpty()
                || parts.stream().map(Figure::value).anyMatch(Objects::isNull)) {
            return;
        }
        BigDecimal together = parts.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (together.compareTo(whole.value()) != 0) {
            findings.add(
                    Finding.of(Finding.Kind.SUM, whole.row(), whole.of(), whole.indicator(), whole.value(), together));
        }
    }

    private void partOf(String part, String whole) {
        for (Figure one : figures) {
            if (!one.indicator().equals(part) || one.value() == null) {
                continue;
            }
            figures.stream()
                    .filter(other -> other.row() == one.row()
                            && other.indicator().equals(whole)
                            && other.value() != null
                            && other.value().compareTo(one.value()) < 0)
                    .forEach(other -> findings.add(Finding.of(
                            Finding.Kind.PART_LARGER, one.row(), one.of(), part, one.value(), other.value())));
        }
    }
}
