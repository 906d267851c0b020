package org.qingwang.engine.identity;

import org.camunda.bpm.engine.ProcessEngine;
import org.qingwang.agency.AgencyService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class CamundaSignInConfiguration {

    /** Camunda's initializer leaves out its own filter where one of this name is present. */
    private static final String CAMUNDAS_OWN = "Authentication Filter";

    /** After Spring Security, before Camunda's other filters, which are last of all. */
    @Bean
    FilterRegistrationBean<CamundaSignIn> camundaSignIn(ProcessEngine engine, AgencyService agencies) {
        FilterRegistrationBean<CamundaSignIn> registration =
                new FilterRegistrationBean<>(new CamundaSignIn(engine, agencies));
        registration.setName(CAMUNDAS_OWN);
        registration.addUrlPatterns("/camunda/api/*", "/camunda/app/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
        return registration;
    }
}
