package org.qingwang;

import org.qingwang.audit.ChainCheckAtStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts Qingwang: the engine, its web applications, the staff pages and the API in one process. Beans go by their full
 * class names, since the engine has taken names such as {@code caseService}.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, proxyBeanMethods = false)
public class QingwangApplication {

    public static void main(String[] args) {
        ConfigurableApplicationContext application = SpringApplication.run(QingwangApplication.class, args);
        if (application.getBeanProvider(ChainCheckAtStart.class).getIfAvailable() != null) {
            System.exit(SpringApplication.exit(application));
        }
    }
}
