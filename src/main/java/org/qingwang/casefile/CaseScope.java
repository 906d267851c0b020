package org.qingwang.casefile;

import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which cases are meant, for whoever counts.
 *
 * @param with a common table expression, or more of them, without {@code with}; empty for none
 * @param relation what has their numbers as {@code case_no}: a table, or one of those expressions
 * @param binding gives values to the parameters of the expressions, under names no query of this package uses
 */
public record CaseScope(String with, String relation, UnaryOperator<StatementSpec> binding) {

    /** Every case there is. */
    public static final CaseScope ALL = new CaseScope("", "case_file", UnaryOperator.identity());

    String before(String statement) {
        return with.isEmpty() ? statement : "with " + with + statement;
    }

    /** A condition on {@code c}, a row of {@code case_file}. */
    String condition() {
        return "exists (select from " + relation + " m where m.case_no = c.case_no)";
    }
}
