package org.qingwang.engine.form;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns checked values into the record a use case takes. What does not fit is our mistake, not the sender's. */
final class FormRecords {

    private FormRecords() {}

    /**
     * @param type the record; its components are called as the form's fields are
     * @param values checked values by name; a missing one becomes null, or false
     */
    static <T extends Record> T of(Class<T> type, Map<String, Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(components)
                .map(component -> convert(values.get(component.getName()), component.getGenericType()))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(type + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Object convert(Object value, Type type) {
        if (type instanceof ParameterizedType generic && value instanceof List<?> items) {
            Type item = generic.getActualTypeArguments()[0];
            return items.stream().map(one -> convert(one, item)).toList();
        }
        Class<?> target = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (value == null) {
            return whenEmpty(target);
        }
        if (target.isInstance(value)) {
            return value;
        }
        return converted(value, target);
    }

    private static Object whenEmpty(Class<?> target) {
        if (target == boolean.class) {
            return false;
        }
        if (target == List.class) {
            return List.of();
        }
        return null;
    }

    private static Object converted(Object value, Class<?> target) {
        if (target.isEnum()) {
            return constant(value.toString(), target);
        }
        if (target.isRecord() && value instanceof Map<?, ?> object) {
            return nested(object, target);
        }
        if (value instanceof Boolean flag && target == boolean.class) {
            return flag;
        }
        if (value instanceof OffsetDateTime moment && target == Instant.class) {
            return moment.toInstant();
        }
        if (value instanceof Number number) {
            return number(new BigDecimal(number.toString()), target);
        }
        throw new IllegalStateException("a form submits " + value.getClass().getSimpleName() + " where a "
                + target.getSimpleName() + " is taken");
    }

    private static Object number(BigDecimal number, Class<?> target) {
        if (target == BigDecimal.class) {
            return number;
        }
        if (target == Integer.class || target == int.class) {
            return number.intValueExact();
        }
        if (target == Long.class || target == long.class) {
            return number.longValueExact();
        }
        throw new IllegalStateException("a form submits a number where a " + target.getSimpleName() + " is taken");
    }

    /** An option's value is the constant's name, in any case, with hyphens or underscores. */
    private static Object constant(String option, Class<?> type) {
        String name = option.replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " has no " + option));
    }

    private static Record nested(Map<?, ?> object, Class<?> target) {
        Map<String, Object> values = new HashMap<>();
        object.forEach((key, value) -> values.put(String.valueOf(key), value));
        return of(target.asSubclass(Record.class), values);
    }
}
