package org.qingwang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Qingwang: the engine, its web applications, the staff pages and the API in one process. */
@SpringBootApplication
public class QingwangApplication {

    public static void main(String[] args) {
        SpringApplication.run(QingwangApplication.class, args);
    }
}
