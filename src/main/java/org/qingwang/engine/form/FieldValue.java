package org.qingwang.engine.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.qingwang.common.BadInput;

/**
 * One value that was submitted for one field, on its way to its type.
 *
 * @param field what the form asks for
 * @param name the field as the sender knows it, with the row it stands in
 * @param bounds turns a bound of the form into the number it means, or null
 */
record FieldValue(Field field, String name, UnaryOperator<String> bounds) {

    /** Rows a list may have: far above any form of ours, far below what would hurt. */
    static final int MOST_ROWS = 1_000;

    /** Characters a text may have where the form sets no limit. */
    private static final int LONGEST = 20_000;

    /** Digits a number may have: more than any amount, fewer than an attack on arithmetic needs. */
    private static final int MOST_DIGITS = 30;

    private static final int SHOWN = 60;

    /** A value as a sentence may quote it. */
    static String shown(Object value) {
        String text = String.valueOf(value).strip();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    Object typed(Object raw) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(raw);
            case NUMBER -> number(raw);
            case CHECKBOX -> flag(raw);
            case RADIO, SELECT -> option(raw);
            case CHECKLIST, TAGLIST -> options(raw);
            case DATETIME -> moment(raw);
            default -> throw new IllegalStateException(field.type() + " is no single value");
        };
    }

    private String text(Object raw) {
        if (!(raw instanceof String submitted)) {
            throw refused("engine.form.type.text", shown(raw));
        }
        String text = submitted.strip();
        if (text.chars().anyMatch(FieldValue::isControl)) {
            throw refused("engine.form.control");
        }
        int longest =
                field.rules().maxLength() == null ? LONGEST : field.rules().maxLength();
        if (text.length() > longest) {
            throw refused("engine.form.long", text.length(), longest);
        }
        if (field.rules().minLength() != null && text.length() < field.rules().minLength()) {
            throw refused("engine.form.short", text.length(), field.rules().minLength());
        }
        if (field.rules().pattern() != null
                && !field.rules().pattern().matcher(text).find()) {
            throw refused("engine.form.pattern", shown(text));
        }
        return text;
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    private Object number(Object raw) {
        BigDecimal number = decimal(raw);
        refuseOutside(number);
        Integer decimals = field.rules().decimals();
        if (decimals != null && number.stripTrailingZeros().scale() > decimals) {
            throw decimals == 0
                    ? refused("engine.form.whole", shown(raw))
                    : refused("engine.form.decimals", shown(raw), decimals);
        }
        return decimals != null && decimals == 0 ? whole(number, raw) : number;
    }

    private BigDecimal decimal(Object raw) {
        boolean isNumber = raw instanceof Number || (field.rules().asText() && raw instanceof String);
        String digits = String.valueOf(raw).strip();
        if (!isNumber || digits.length() > MOST_DIGITS) {
            throw refused("engine.form.type.number", shown(raw));
        }
        try {
            BigDecimal number = new BigDecimal(digits);
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw refused("engine.form.type.number", shown(raw));
            }
            return number;
        } catch (NumberFormatException e) {
            throw refused("engine.form.type.number", shown(raw));
        }
    }

    private Long whole(BigDecimal number, Object raw) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw refused("engine.form.type.number", shown(raw));
        }
    }

    private void refuseOutside(BigDecimal number) {
        BigDecimal min = bound(field.rules().min());
        if (min != null && number.compareTo(min) < 0) {
            throw refused("engine.form.min", number.toPlainString(), min.toPlainString());
        }
        BigDecimal max = bound(field.rules().max());
        if (max != null && number.compareTo(max) > 0) {
            throw refused("engine.form.max", number.toPlainString(), max.toPlainString());
        }
    }

    private BigDecimal bound(String bound) {
        String value = bound == null ? null : bounds.apply(bound);
        return value == null ? null : new BigDecimal(value);
    }

    private Boolean flag(Object raw) {
        if (raw instanceof Boolean flag) {
            return flag;
        }
        throw refused("engine.form.type.flag", shown(raw));
    }

    private String option(Object raw) {
        boolean isScalar = raw instanceof String || raw instanceof Number || raw instanceof Boolean;
        if (!isScalar || !field.options().containsKey(raw.toString())) {
            throw refused(
                    "engine.form.option",
                    shown(raw),
                    String.join(", ", field.options().keySet()));
        }
        return raw.toString();
    }

    private List<String> options(Object raw) {
        if (!(raw instanceof Collection<?> chosen)) {
            throw refused("engine.form.type.list", shown(raw));
        }
        List<String> options = new ArrayList<>();
        for (Object one : chosen) {
            String option = option(one);
            if (!options.contains(option)) {
                options.add(option);
            }
        }
        return options;
    }

    private Object moment(Object raw) {
        if (!(raw instanceof String text)) {
            throw refused("engine.form.type." + field.subtype(), shown(raw));
        }
        try {
            return switch (field.subtype()) {
                case "date" -> LocalDate.parse(text);
                case "time" -> LocalTime.parse(text.replaceFirst("(Z|[+-]\\d{2}:?\\d{2})$", ""));
                default -> OffsetDateTime.parse(text);
            };
        } catch (DateTimeException e) {
            throw refused("engine.form.type." + field.subtype(), shown(raw));
        }
    }

    private BadInput refused(String messageKey, Object... details) {
        Object[] arguments = new Object[details.length + 1];
        arguments[0] = field.label();
        System.arraycopy(details, 0, arguments, 1, details.length);
        return new BadInput(name, messageKey, arguments);
    }
}
