package org.qingwang.complaint;

import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which complaints are meant, for whoever lists them.
 *
 * @param condition on {@code c}, a row of {@code complaint}
 * @param binding gives values to the parameters of the condition, under names no query of this package uses
 */
public record ComplaintScope(String condition, UnaryOperator<StatementSpec> binding) {

    /** Every complaint there is. */
    public static final ComplaintScope ALL = new ComplaintScope("true", UnaryOperator.identity());
}
