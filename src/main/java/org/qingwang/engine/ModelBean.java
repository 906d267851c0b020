package org.qingwang.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Marks a bean that models may name in an expression. Every other bean is invisible to them: a model, a stored filter or
 * a query cannot reach a service that was not meant for it. A bean whose methods an expression calls is a public class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
public @interface ModelBean {

    /** The name in expressions. */
    @AliasFor(annotation = Component.class)
    String value();
}
