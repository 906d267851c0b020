package org.qingwang.engine.picture;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class PictureConfiguration {

    /** After the sign-in: what is refused needs no translation. */
    @Bean
    FilterRegistrationBean<DrawingsInChinese> drawingsInChinese(ObjectMapper json) {
        FilterRegistrationBean<DrawingsInChinese> registration =
                new FilterRegistrationBean<>(new DrawingsInChinese(json));
        registration.addUrlPatterns("/camunda/api/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 50);
        return registration;
    }
}
