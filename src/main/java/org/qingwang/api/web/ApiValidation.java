package org.qingwang.api.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The rules on fields of the API's requests. Their library is large and is read with the first request, not at start. */
@Configuration(proxyBeanMethods = false)
class ApiValidation implements WebMvcConfigurer {

    private final ObjectProvider<LocalValidatorFactoryBean> rules;

    ApiValidation(ObjectProvider<LocalValidatorFactoryBean> rules) {
        this.rules = rules;
    }

    @Bean
    @Lazy
    static LocalValidatorFactoryBean fieldRules(MessageSource messages) {
        LocalValidatorFactoryBean rules = new LocalValidatorFactoryBean();
        rules.setMessageInterpolator(new MessageInterpolatorFactory(messages).getObject());
        return rules;
    }

    @Override
    public Validator getValidator() {
        return new OnFirstUse(rules);
    }

    private record OnFirstUse(ObjectProvider<LocalValidatorFactoryBean> rules) implements SmartValidator {

        @Override
        public boolean supports(Class<?> type) {
            return true;
        }

        @Override
        public void validate(Object target, Errors errors) {
            rules.getObject().validate(target, errors);
        }

        @Override
        public void validate(Object target, Errors errors, Object... groups) {
            rules.getObject().validate(target, errors, groups);
        }
    }
}
