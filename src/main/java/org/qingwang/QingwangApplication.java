package org.qingwang;

import org.qingwang.audit.ChainCheckAtStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.observation.web.client.HttpClientObservationsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.observation.web.servlet.WebMvcObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.scheduling.ScheduledTasksObservabilityAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.ssl.SslHealthContributorAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.cache.CacheAutoConfiguration;
import org.springframework.boot.autoconfigure.dao.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.autoconfigure.gson.GsonAutoConfiguration;
import org.springframework.boot.autoconfigure.http.client.HttpClientAutoConfiguration;
import org.springframework.boot.autoconfigure.sql.init.SqlInitializationAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.client.RestClientAutoConfiguration;
import org.springframework.boot.autoconfigure.web.client.RestTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts Qingwang: the engine, its web applications, the staff pages and the API in one process. Beans go by their full
 * class names, since the engine has taken names such as {@code caseService}. What the libraries would set up and nobody here uses is left out: together it made the start a
 * tenth longer, and a proxy around every table cost each statement a little.
 */
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        proxyBeanMethods = false,
        exclude = {
            InfoContributorAutoConfiguration.class,
            MetricsAutoConfiguration.class,
            ObservationAutoConfiguration.class,
            HttpClientObservationsAutoConfiguration.class,
            WebMvcObservationAutoConfiguration.class,
            ScheduledTasksObservabilityAutoConfiguration.class,
            SslHealthContributorAutoConfiguration.class,
            CacheAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            GsonAutoConfiguration.class,
            HttpClientAutoConfiguration.class,
            SqlInitializationAutoConfiguration.class,
            RestClientAutoConfiguration.class,
            RestTemplateAutoConfiguration.class,
            ValidationAutoConfiguration.class,
        })
public class QingwangApplication {

    public static void main(String[] args) {
        ConfigurableApplicationContext application = SpringApplication.run(QingwangApplication.class, args);
        if (application.getBeanProvider(ChainCheckAtStart.class).getIfAvailable() != null) {
            System.exit(SpringApplication.exit(application));
        }
    }
}
