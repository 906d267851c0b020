package org.qingwang.rehearsal.play;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The product without doors: its services, tables, models and clocks, and nobody to sign in. What works by itself at its
 * own time (sweeps, workers, watches) is not set going, because nothing here schedules; mail has no server to go to.
 */
@EnableAutoConfiguration(
        exclude = {
            org.springframework.boot.autoconfigure.cache.CacheAutoConfiguration.class,
            org.springframework.boot.autoconfigure.dao.PersistenceExceptionTranslationAutoConfiguration.class
        })
@ComponentScan(
        basePackages = "org.qingwang",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "org\\.qingwang\\.QingwangApplication",
                            "org\\.qingwang\\.engine\\.guard\\.GuardConfiguration",
                            "org\\.qingwang\\.rights\\.DemoRegister",
                            "org\\.qingwang\\..*\\.web\\..*",
                            "org\\.qingwang\\.(door|start|demonstration|portal|api|monitor)\\..*",
                            "org\\.qingwang\\.rehearsal\\.[A-Z].*",
                        }))
class StageApplication {}
