package org.qingwang.casefile;

import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which cases are meant, for whoever counts or lists them.
 *
 * @param condition on {@code c}, a row of {@code case_file}: a filter of rows that are read anyway, so that what is asked for
 *     a week costs that week whatever is known of the campaign
 * @param binding gives values to the parameters of the condition, under names no query of this package uses
 */
public record CaseScope(String condition, UnaryOperator<StatementSpec> binding) {

    /** Every case there is. */
    public static final CaseScope ALL = new CaseScope("true", UnaryOperator.identity());
}
