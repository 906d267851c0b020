package org.qingwang.engine.guard;

import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** Puts the guard into the web server and the engine. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    @Bean
    ApiAnswer apiAnswer(MessageSource messages, LocaleResolver locales) {
        return new ApiAnswer(messages, locales);
    }

    @Bean
    FilterRegistrationBean<StraightAddresses> straightAddresses(ApiAnswer answer) {
        FilterRegistrationBean<StraightAddresses> registration =
                new FilterRegistrationBean<>(new StraightAddresses(answer));
        registration.addUrlPatterns("/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 10);
        return registration;
    }

    /** Right behind Spring Security, which says who asks, and before every filter of the engine's. */
    @Bean
    FilterRegistrationBean<ApiGuard> apiGuard(ApiAnswer answer) {
        FilterRegistrationBean<ApiGuard> registration = new FilterRegistrationBean<>(new ApiGuard(answer));
        registration.addUrlPatterns("/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }

    @Bean
    static ProcessEnginePlugin refusalPlugin() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                List<CommandInterceptor> first = configuration.getCustomPreCommandInterceptorsTxRequired();
                first = first == null ? new ArrayList<>() : first;
                first.add(new RememberRefusals());
                configuration.setCustomPreCommandInterceptorsTxRequired(first);
            }
        };
    }

    private static final class RememberRefusals extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                Refusals.remember(e);
                throw Context.getCommandContext() == null ? forTheApi(e) : e;
            }
        }

        /** Leaving the engine, a refusal is no failure of the server: its API would log it as one. */
        private static RuntimeException forTheApi(RuntimeException failure) {
            return Refusals.current()
                    .<RuntimeException>map(refusal ->
                            new RestException(Status.fromStatusCode(refusal.status()), failure, refusal.messageKey()))
                    .orElse(failure);
        }
    }
}
