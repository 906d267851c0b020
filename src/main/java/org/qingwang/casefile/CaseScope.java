package org.qingwang.casefile;

import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which cases are meant, for whoever counts or lists them.
 *
 * @param condition on {@code c}, a row of {@code case_file}: for a list, which reads a page of rows in its order and leaves
 *     out those that are not meant
 * @param rows a query for all of them with the columns of {@code case_file} that are counted: for a figure, which is about
 *     all of them and reads each once
 * @param binding gives values to the parameters of both, under names no query of this package uses
 */
public record CaseScope(String condition, String rows, UnaryOperator<StatementSpec> binding) {

    /** Every case there is. */
    public static final CaseScope ALL = where("true", UnaryOperator.identity());

    /** Those that a condition is true of. */
    public static CaseScope where(String condition, UnaryOperator<StatementSpec> binding) {
        return new CaseScope(condition, "select c.* from case_file c where " + condition, binding);
    }
}
