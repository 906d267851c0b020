package org.qingwang.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.qingwang.common.BadInput;
import org.springframework.stereotype.Component;

/** What security customs asks for, from {@code law/securities.yaml}. */
@Component
public class Securities {

    private final Law law;

    Securities(Law law) {
        this.law = law;
    }

    /**
     * What has to be given.
     *
     * @param rule the version of the rule it was computed from
     * @param value what it was computed on
     * @param required the security in CNY
     */
    public record Required(SecurityRule rule, BigDecimal value, BigDecimal required) {}

    /**
     * @param id for example {@code customs.security-ex-officio}
     * @param value value of the goods in CNY
     * @param day the day on which security is asked for
     * @throws BadInput if the value is negative, or no version is in force that day
     */
    public Required required(String id, BigDecimal value, LocalDate day) {
        if (value.signum() < 0) {
            throw new BadInput("value", "law.security.negative", value.toPlainString());
        }
        SecurityRule rule = law.current().inForce(SecurityRule.class, id, day);
        return new Required(rule, value, rule.required(value));
    }
}
