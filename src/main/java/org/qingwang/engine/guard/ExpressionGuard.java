package org.qingwang.engine.guard;

import java.beans.FeatureDescriptor;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.spin.Spin;

/**
 * Stands first in line and lets an expression touch only what models need: its own beans, the execution and the task,
 * text, numbers, dates and collections. An expression that reached us through a query or a filter (CVE-2026-109432) finds
 * no way from there to a class, the engine or the machine.
 */
final class ExpressionGuard extends ELResolver {

    /** Ways from a harmless object to one that is not. */
    private static final Set<String> FORBIDDEN = Set.of(
            "class",
            "getClass",
            "declaringClass",
            "getDeclaringClass",
            "processEngine",
            "getProcessEngine",
            "processEngineServices",
            "getProcessEngineServices");

    /** The date type of the engine's own {@code dateTime()} function. */
    private static final String JODA = "org.joda.time.";

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        refuse(base, property);
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        refuse(base, method);
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        refuse(base, property);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        refuse(base, property);
        return null;
    }

    private static void refuse(Object base, Object member) {
        if (base != null && (!isAllowed(base) || FORBIDDEN.contains(String.valueOf(member)))) {
            throw new ELException("forbidden in expressions: " + member);
        }
    }

    private static boolean isAllowed(Object base) {
        return base instanceof CharSequence
                || base instanceof Number
                || base instanceof Boolean
                || base instanceof Date
                || base instanceof Temporal
                || base instanceof Enum<?>
                || base instanceof Collection<?>
                || base instanceof Map<?, ?>
                || base instanceof Spin<?>
                || base instanceof BaseDelegateExecution
                || base instanceof DelegateTask
                || base.getClass().getName().startsWith(JODA)
                || ModelBeans.isModelBean(base);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
