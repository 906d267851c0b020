package org.qingwang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts Qingwang: the engine, its web applications, the staff pages and the API in one process. Beans go by their full
 * class names, since the engine has taken names such as {@code caseService}.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class QingwangApplication {

    public static void main(String[] args) {
        SpringApplication.run(QingwangApplication.class, args);
    }
}
