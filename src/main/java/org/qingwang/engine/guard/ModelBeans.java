package org.qingwang.engine.guard;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.qingwang.engine.ModelBean;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Resolves names in expressions to beans: only to those marked {@link ModelBean}. */
final class ModelBeans extends ELResolver {

    /** Asked with every expression of every model. */
    private static final ClassValue<Boolean> MARKED = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return AnnotatedElementUtils.hasAnnotation(type, ModelBean.class);
        }
    };

    private final ListableBeanFactory beans;
    private Set<String> names;

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Whether a model may call this object because it is one of its beans. */
    static boolean isModelBean(Object object) {
        return MARKED.get(AopUtils.getTargetClass(object));
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !names().contains(property)) {
            return null;
        }
        context.setPropertyResolved(true);
        return beans.getBean((String) property);
    }

    /** Read when first asked for: the engine is built before the beans that use it. */
    private synchronized Set<String> names() {
        if (names == null) {
            names = Set.copyOf(List.of(beans.getBeanNamesForAnnotation(ModelBean.class)));
        }
        return names;
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base == null && names().contains(property)) {
            throw new PropertyNotWritableException("a bean cannot be set from an expression: " + property);
        }
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
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
