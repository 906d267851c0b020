package org.qingwang.customs.web;

import org.qingwang.customs.RequiredSecurity;
import org.qingwang.law.Securities;
import org.qingwang.law.SecurityRule;
import org.springframework.stereotype.Component;

/** By which rule a security was computed. */
@Component
class SecurityRules {

    private final Securities securities;

    SecurityRules(Securities securities) {
        this.securities = securities;
    }

    /** @return the version it was computed by; null if none is required yet */
    SecurityRule of(RequiredSecurity required) {
        return required == null
                ? null
                : securities
                        .required(required.rule(), required.required(), required.version())
                        .rule();
    }
}
